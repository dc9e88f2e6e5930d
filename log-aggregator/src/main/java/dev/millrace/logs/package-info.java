/** Keeps what the services log, and finds it again. */
@NullMarked
package dev.millrace.logs;

import org.jspecify.annotations.NullMarked;
