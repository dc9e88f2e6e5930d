/** Measures, the rounds in which they are taken, and what the rounds add up to. */
@NullMarked
package dev.millrace.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
