@NullMarked
package dev.millrace.benchmarks.start;

import org.jspecify.annotations.NullMarked;
