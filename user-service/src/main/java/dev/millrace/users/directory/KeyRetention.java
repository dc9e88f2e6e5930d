package dev.millrace.users.directory;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old idempotency keys; any number of instances may do it at the same time. */
@Component
class KeyRetention {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRetention.class);

    private final IdempotencyKeys keys;
    private final IdempotencyProperties properties;
    private final Clock clock;

    KeyRetention(IdempotencyKeys keys, IdempotencyProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOldKeys() {
        var forgotten = keys.forgetBefore(clock.instant().minus(properties.retention()));
        if (forgotten > 0) {
            LOG.atInfo().addKeyValue("millrace.keys.count", forgotten).log("Old idempotency keys are forgotten");
        }
    }
}
