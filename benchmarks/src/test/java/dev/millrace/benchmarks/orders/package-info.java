@NullMarked
package dev.millrace.benchmarks.orders;

import org.jspecify.annotations.NullMarked;
