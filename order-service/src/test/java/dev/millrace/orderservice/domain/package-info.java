/** The rules of orders as specifications. */
@NullMarked
package dev.millrace.orderservice.domain;

import org.jspecify.annotations.NullMarked;
