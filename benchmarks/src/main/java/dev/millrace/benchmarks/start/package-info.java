/** How soon the whole platform is ready, and how much memory it takes. */
@NullMarked
package dev.millrace.benchmarks.start;

import org.jspecify.annotations.NullMarked;
