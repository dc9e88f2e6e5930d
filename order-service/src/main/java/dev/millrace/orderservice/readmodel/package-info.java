/** The list of orders: a view in PostgreSQL that follows the events, and can be rebuilt from them. */
@NullMarked
package dev.millrace.orderservice.readmodel;

import org.jspecify.annotations.NullMarked;
