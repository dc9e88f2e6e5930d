package dev.millrace.broker.health;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.millrace.broker.ConditionalOnControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Down when a partition of the cluster has no leader, out of service when one has fewer copies in sync than its writers demand; a
 * missing copy alone is told, and no more.
 */
@Component
@ConditionalOnControl
final class PartitionsHealthIndicator extends AbstractHealthIndicator {

    private static final int MOST_NAMED = 10;

    private final Admin admin;

    PartitionsHealthIndicator(Admin admin) {
        this.admin = admin;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        var topics = topics();
        var partitions = Partitions.of(topics, minInSync(Partitions.suspects(topics)));
        health.status(partitions.status());
        tell(health, "offline", partitions.offline());
        tell(health, "underMinInSync", partitions.underMinInSync());
        tell(health, "underReplicated", partitions.underReplicated());
    }

    private static void tell(Health.Builder health, String what, List<String> which) {
        health.withDetail(what, which.size());
        if (!which.isEmpty()) {
            health.withDetail(
                    what + "Partitions", which.stream().limit(MOST_NAMED).toList());
        }
    }

    /** Kafka's own ones too. */
    private List<TopicDescription> topics() throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names();
        var topics = new ArrayList<TopicDescription>();
        for (var topic : admin.describeTopics(names.get()).topicNameValues().values()) {
            try {
                topics.add(topic.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) { // deleted since it was listed
                    throw e;
                }
            }
        }
        return topics;
    }

    private Map<String, Integer> minInSync(Collection<String> topics) throws ExecutionException, InterruptedException {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        return admin.describeConfigs(resources).all().get().entrySet().stream()
                .collect(toMap(
                        topic -> topic.getKey().name(),
                        topic -> Integer.valueOf(
                                requireNonNull(topic.getValue().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG))
                                        .value())));
    }
}
