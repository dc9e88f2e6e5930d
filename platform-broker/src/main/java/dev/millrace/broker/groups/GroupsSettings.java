package dev.millrace.broker.groups;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How groups are watched.
 *
 * @param pollEvery how long between two looks at every group
 * @param polls how many looks a judgement rests on
 * @param lossWarning how long before records are deleted unread to warn of it
 */
@Validated
@ConfigurationProperties("millrace.groups")
record GroupsSettings(
        @DefaultValue("5s") @DurationMin(millis = 1) Duration pollEvery,
        @DefaultValue("12") @Min(2) int polls,
        @DefaultValue("1h") @DurationMin Duration lossWarning) {}
