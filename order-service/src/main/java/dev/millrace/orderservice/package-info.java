/** Orders, event-sourced on Kafka. */
@NullMarked
package dev.millrace.orderservice;

import org.jspecify.annotations.NullMarked;
