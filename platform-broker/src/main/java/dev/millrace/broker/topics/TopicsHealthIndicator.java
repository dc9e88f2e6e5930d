package dev.millrace.broker.topics;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.declared.Difference;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while Kafka answers and its topics are as declared. */
@Component
@ConditionalOnControl
final class TopicsHealthIndicator extends AbstractHealthIndicator {

    private final Topics topics;

    TopicsHealthIndicator(Topics topics) {
        this.topics = topics;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var differences = topics.differences().stream()
                .filter(found -> found.kind() != Difference.Kind.DELETE)
                .map(Difference::toString)
                .toList();
        (differences.isEmpty() ? health.up() : health.down())
                .withDetail("declared", topics.catalogue().topics().size())
                .withDetail("differences", differences);
    }
}
