/** Kafka's own metrics for Prometheus, under the names that its JMX exporter made known. */
@NullMarked
package dev.millrace.broker.metrics;

import org.jspecify.annotations.NullMarked;
