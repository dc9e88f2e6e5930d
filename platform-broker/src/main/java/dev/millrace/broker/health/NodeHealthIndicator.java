package dev.millrace.broker.health;

import com.yammer.metrics.core.Gauge;
import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.ConditionalOnNode;
import java.util.Objects;
import org.apache.kafka.metadata.BrokerState;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while this very broker serves, whatever the others do. */
@Component
@ConditionalOnNode
@ConditionalOnControl
final class NodeHealthIndicator extends AbstractHealthIndicator {

    private static final String STATE = "kafka.server:type=KafkaServer,name=BrokerState";

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var state = state();
        (state == BrokerState.RUNNING ? health.up() : health.outOfService()).withDetail("state", state);
    }

    /** Kafka tells it nobody but its metrics. */
    private static BrokerState state() {
        return KafkaYammerMetrics.defaultRegistry().allMetrics().entrySet().stream()
                .filter(metric -> metric.getKey().getMBeanName().equals(STATE))
                .map(metric -> ((Gauge<?>) metric.getValue()).value())
                .filter(Objects::nonNull)
                .map(value -> BrokerState.fromValue(((Number) value).byteValue()))
                .findFirst()
                .orElse(BrokerState.NOT_RUNNING);
    }
}
