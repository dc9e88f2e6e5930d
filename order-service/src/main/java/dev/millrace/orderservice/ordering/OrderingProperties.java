package dev.millrace.orderservice.ordering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How requests that change orders are answered.
 *
 * @param answerWithin how long a request waits for the result of its command before it is answered with 202; 10 s by default
 * @param inFlight how many requests may wait at once; further ones are answered with 503; 1000 by default
 */
@Validated
@ConfigurationProperties("millrace.orders")
record OrderingProperties(
        @DurationMin(seconds = 10) @DurationMax(minutes = 1) Duration answerWithin,
        @Min(1) @Max(100_000) int inFlight) {}
