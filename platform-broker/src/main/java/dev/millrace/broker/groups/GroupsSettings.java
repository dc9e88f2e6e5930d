package dev.millrace.broker.groups;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How groups are watched.
 *
 * @param pollEvery how long between two looks at every group
 * @param polls how many looks a judgement rests on
 */
@ConfigurationProperties("millrace.groups")
record GroupsSettings(
        @DefaultValue("5s") Duration pollEvery,
        @DefaultValue("12") int polls) {}
