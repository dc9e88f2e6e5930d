@NullMarked
package dev.millrace.benchmarks.reporting;

import org.jspecify.annotations.NullMarked;
