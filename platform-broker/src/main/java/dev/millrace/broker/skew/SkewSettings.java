package dev.millrace.broker.skew;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the skew of all topics is watched.
 *
 * @param pollEvery how long between two looks at where partitions end
 * @param polls how many looks the metric spans
 * @param leastRecords how many records have to arrive in a topic in that time for it to have a metric
 */
@Validated
@ConfigurationProperties("millrace.skew")
record SkewSettings(
        @DefaultValue("30s") @DurationMin(millis = 1) Duration pollEvery,
        @DefaultValue("20") @Min(2) int polls,
        @DefaultValue("1000") @Min(1) long leastRecords) {}
