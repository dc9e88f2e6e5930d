/** Traffic over HTTP that costs next to nothing to make, and what became of it. */
@NullMarked
package dev.millrace.benchmarks.load;

import org.jspecify.annotations.NullMarked;
