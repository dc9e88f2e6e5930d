@NullMarked
package dev.millrace.benchmarks.cdc;

import org.jspecify.annotations.NullMarked;
