/** Proves by replay that the state store and the read model say what the events say. */
@NullMarked
package dev.millrace.orderservice.verifying;

import org.jspecify.annotations.NullMarked;
