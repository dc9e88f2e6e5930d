package dev.millrace.orderservice.deciding;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
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
        return streams.fatal().map(Health::down).orElseGet(Health::up).build();
    }
}
