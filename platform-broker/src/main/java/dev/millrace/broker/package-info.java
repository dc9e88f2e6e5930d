/** Apache Kafka as a Spring Boot app. */
@NullMarked
package dev.millrace.broker;

import org.jspecify.annotations.NullMarked;
