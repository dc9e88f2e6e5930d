/** The broker of this repository beside Apache Kafka as it comes. */
@NullMarked
package dev.millrace.benchmarks.broker;

import org.jspecify.annotations.NullMarked;
