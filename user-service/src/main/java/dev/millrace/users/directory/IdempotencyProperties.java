package dev.millrace.users.directory;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the directory knows a repeated request again.
 *
 * @param retention a request may be repeated for this long after the first; 24 hours by default
 */
@Validated
@ConfigurationProperties("millrace.users.idempotency")
record IdempotencyProperties(
        @DurationMin(minutes = 1) @DefaultValue("24h") Duration retention) {}
