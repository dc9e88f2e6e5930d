/** Telling what will pass from what will not. */
@NullMarked
package dev.millrace.starter.outages;

import org.jspecify.annotations.NullMarked;
