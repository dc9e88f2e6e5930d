/** Orders as one would keep their events without Kafka: what order-service is measured against. */
@NullMarked
package dev.millrace.jpaorders;

import org.jspecify.annotations.NullMarked;
