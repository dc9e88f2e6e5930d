/** Kafka's own performance tools. */
@NullMarked
package dev.millrace.benchmarks.tools;

import org.jspecify.annotations.NullMarked;
