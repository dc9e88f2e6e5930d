package dev.millrace.orderservice.deciding;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready while commands are decided: for readiness. */
@Component("deciding")
final class DecidingHealth implements HealthIndicator {

    private final OrderStreams streams;

    DecidingHealth(OrderStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        var state = streams.streams().state();
        var health = state == KafkaStreams.State.RUNNING ? Health.up() : Health.outOfService();
        return health.withDetail("state", state).build();
    }
}
