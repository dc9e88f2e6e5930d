package dev.millrace.orderservice.verifying;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How verifications go easy on the service beside them.
 *
 * @param eventsPerSecond how many events are replayed in a second at most; 10000 by default
 */
@Validated
@ConfigurationProperties("millrace.verification")
record VerificationProperties(
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int eventsPerSecond) {}
