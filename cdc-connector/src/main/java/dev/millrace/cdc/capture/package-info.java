/** Carries changes from the database to Kafka, and keeps at it. */
@NullMarked
package dev.millrace.cdc.capture;

import org.jspecify.annotations.NullMarked;
