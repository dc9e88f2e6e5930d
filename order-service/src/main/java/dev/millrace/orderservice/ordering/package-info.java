/** The HTTP edge of the write side: a request becomes a command, its result becomes the answer. */
@NullMarked
package dev.millrace.orderservice.ordering;

import org.jspecify.annotations.NullMarked;
