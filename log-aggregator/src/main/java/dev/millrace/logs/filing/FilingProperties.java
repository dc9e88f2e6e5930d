package dev.millrace.logs.filing;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How logs are kept.
 *
 * @param retentionDays whole days before today of which lines are kept, 7 by default
 */
@Validated
@ConfigurationProperties("millrace.logs")
record FilingProperties(@Min(1) @DefaultValue("7") int retentionDays) {}
