package dev.millrace.orderservice.notifying;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are notified.
 *
 * @param notifiers how many threads of an instance take tasks from the queue; 2 by default
 */
@Validated
@ConfigurationProperties("millrace.notifying")
record NotifyingProperties(@Min(0) @Max(100) int notifiers) {}
