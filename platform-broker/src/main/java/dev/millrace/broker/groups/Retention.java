package dev.millrace.broker.groups;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks for how long topics keep records. */
final class Retention {

    private final Admin admin;

    Retention(Admin admin) {
        this.admin = admin;
    }

    /** Of those of the topics whose records are deleted when they are old; where they are only compacted, there is no such time. */
    Map<String, Duration> of(Collection<String> topics) throws ExecutionException, InterruptedException {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var configs = Answers.of(admin.describeConfigs(resources).values(), UnknownTopicOrPartitionException.class);
        var retention = new HashMap<String, Duration>();
        configs.forEach((topic, config) -> {
            var milliseconds = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG, "-1"));
            if (milliseconds >= 0 && deletes(config)) {
                retention.put(topic.name(), Duration.ofMillis(milliseconds));
            }
        });
        return retention;
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
