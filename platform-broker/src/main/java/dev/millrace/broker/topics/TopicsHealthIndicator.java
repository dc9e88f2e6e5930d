package dev.millrace.broker.topics;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Healthy when Kafka answers and its topics are as declared. */
@Component
final class TopicsHealthIndicator extends AbstractHealthIndicator {

    private final Topics topics;

    TopicsHealthIndicator(Topics topics) {
        super("Kafka does not answer");
        this.topics = topics;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var differences = topics.differences();
        health.status(differences.isEmpty() ? "UP" : "DOWN")
                .withDetail("declared", topics.catalogue().topics().size())
                .withDetail("differences", differences);
    }
}
