/** Tells customers what happened to their orders: a queue of tasks, read by a share group. */
@NullMarked
package dev.millrace.orderservice.notifying;

import org.jspecify.annotations.NullMarked;
