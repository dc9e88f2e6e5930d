/** The source: PostgreSQL, read by Debezium's connector. */
@NullMarked
package dev.millrace.cdc.postgres;

import org.jspecify.annotations.NullMarked;
