@NullMarked
package dev.millrace.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
