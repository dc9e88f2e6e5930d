/** The list of orders: a view in PostgreSQL that follows the events, and is rebuilt from them beside itself. */
@NullMarked
package dev.millrace.orderservice.readmodel;

import org.jspecify.annotations.NullMarked;
