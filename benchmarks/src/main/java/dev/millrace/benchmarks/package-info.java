/** The benchmarks one can run, and the way from the command line to a report. */
@NullMarked
package dev.millrace.benchmarks;

import org.jspecify.annotations.NullMarked;
