package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks for how long, and how much of them, topics keep records. */
final class Retention {

    private final Admin admin;

    Retention(Admin admin) {
        this.admin = admin;
    }

    /** Of those of the topics whose records are ever deleted; where they are only compacted, there is no limit. */
    RetentionLimits of(Collection<String> topics) throws ExecutionException, InterruptedException {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var configs = Answers.of(admin.describeConfigs(resources).values(), UnknownTopicOrPartitionException.class);
        configs.values().removeIf(config -> !deletes(config));
        var bytes = limits(configs, TopicConfig.RETENTION_BYTES_CONFIG);
        var ages = limits(configs, TopicConfig.RETENTION_MS_CONFIG).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, limit -> Duration.ofMillis(limit.getValue())));
        return new RetentionLimits(ages, bytes, bytes.isEmpty() ? Map.of() : sizes(bytes.keySet()));
    }

    /** The largest copy of each partition; nothing of brokers that do not tell, as many who run Kafka for others don't let them. */
    private Map<TopicPartition, Long> sizes(Set<String> topics) throws ExecutionException, InterruptedException {
        var brokers =
                admin.describeCluster().nodes().get().stream().map(Node::id).toList();
        var folders = Answers.of(admin.describeLogDirs(brokers).descriptions(), ApiException.class);
        var sizes = new HashMap<TopicPartition, Long>();
        folders.values().stream()
                .flatMap(broker -> broker.values().stream())
                .map(LogDirDescription::replicaInfos)
                .forEach(copies -> copies.forEach((partition, copy) -> {
                    if (topics.contains(partition.topic()) && !copy.isFuture()) {
                        sizes.merge(partition, copy.size(), Math::max);
                    }
                }));
        return sizes;
    }

    private static Map<String, Long> limits(Map<ConfigResource, Config> configs, String setting) {
        var limits = new HashMap<String, Long>();
        configs.forEach((topic, config) -> {
            var limit = Long.parseLong(value(config, setting, "-1"));
            if (limit >= 0) {
                limits.put(topic.name(), limit);
            }
        });
        return limits;
    }

    private static boolean deletes(Config config) {
        var policies = value(config, TopicConfig.CLEANUP_POLICY_CONFIG, "").split(",", -1);
        return List.of(policies).contains(TopicConfig.CLEANUP_POLICY_DELETE);
    }

    private static String value(Config config, String name, String otherwise) {
        var entry = config.get(name);
        var value = entry == null ? null : entry.value();
        return value == null ? otherwise : value.strip();
    }
}
