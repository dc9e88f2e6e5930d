/** Change data capture: what happens to rows of PostgreSQL, as records in Kafka, each exactly once. */
@NullMarked
package dev.millrace.cdc;

import org.jspecify.annotations.NullMarked;
