package dev.millrace.starter.logs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service ships its log.
 *
 * @param enabled whether it does
 * @param queueCapacity lines that may wait for Kafka; what comes on top is dropped and counted
 * @param flushTimeout how long the end of the service may wait for the lines that are left; 5 s by default
 */
@ConfigurationProperties("millrace.logs")
record LogShippingProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8192") int queueCapacity,
        @DefaultValue("5s") Duration flushTimeout) {}
