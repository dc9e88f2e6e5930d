/** Kafka clients that speak the platform's format, and what happens to records they cannot use. */
@NullMarked
package dev.millrace.starter.kafka;

import org.jspecify.annotations.NullMarked;
