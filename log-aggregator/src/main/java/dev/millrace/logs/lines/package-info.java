/** What is known of a line and of the day it belongs to, without I/O. */
@NullMarked
package dev.millrace.logs.lines;

import org.jspecify.annotations.NullMarked;
