/** How fast order-service goes over all that has ever happened. */
@NullMarked
package dev.millrace.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
