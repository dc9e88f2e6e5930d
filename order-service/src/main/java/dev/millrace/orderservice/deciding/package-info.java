/** The write side: one Kafka Streams task decides a command and writes state, events and answer in one transaction. */
@NullMarked
package dev.millrace.orderservice.deciding;

import org.jspecify.annotations.NullMarked;
