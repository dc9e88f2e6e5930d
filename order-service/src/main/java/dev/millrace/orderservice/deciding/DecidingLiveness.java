package dev.millrace.orderservice.deciding;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Down once deciding has stopped for good, with the reason: for liveness, so that the process is replaced. */
@Component("decidingLiveness")
final class DecidingLiveness implements HealthIndicator {

    private final OrderStreams streams;

    DecidingLiveness(OrderStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        return streams.fatal().map(DecidingLiveness::down).orElseGet(Health::up).build();
    }

    /** What lies at the bottom of it names the file or the record. */
    private static Health.Builder down(Throwable fatal) {
        var cause = NestedExceptionUtils.getMostSpecificCause(fatal);
        return Health.down().withDetail("reason", String.valueOf(cause.getMessage()));
    }
}
