/** Change data capture, beside Debezium in Kafka Connect and beside what PostgreSQL itself needs. */
@NullMarked
package dev.millrace.benchmarks.cdc;

import org.jspecify.annotations.NullMarked;
