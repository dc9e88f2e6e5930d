/** Orders per second, and how long each takes, over HTTP. */
@NullMarked
package dev.millrace.benchmarks.orders;

import org.jspecify.annotations.NullMarked;
