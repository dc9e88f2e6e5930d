/** The whole platform, as {@code ./run up} starts it, under test. */
@NullMarked
package dev.millrace.e2e;

import org.jspecify.annotations.NullMarked;
