package dev.millrace.broker.topics;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** The topics that a cluster really has. */
final class Cluster {
    private final Admin admin;
    private final Duration timeout;

    Cluster(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    Map<String, Topic> topics(Collection<String> wanted) {
        var existing = await(admin.listTopics().names());
        var names = wanted.stream().filter(existing::contains).toList();
        var configs = await(
                admin.describeConfigs(names.stream().map(Cluster::resource).toList())
                        .all());
        return await(admin.describeTopics(names).allTopicNames()).values().stream()
                .map(topic -> found(topic, configs.get(resource(topic.name()))))
                .collect(toMap(Topic::name, topic -> topic));
    }

    private static Topic found(TopicDescription topic, Config config) {
        var values = config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
        return new Topic(topic.name(), topic.partitions().size(), values);
    }

    void create(Topic topic) {
        var created =
                new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.config());
        await(admin.createTopics(List.of(created)).all());
    }

    void configure(String topic, Map<String, String> config) {
        var changes = config.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        await(admin.incrementalAlterConfigs(Map.of(resource(topic), changes)).all());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ClusterRefused(e.getCause());
        } catch (TimeoutException e) {
            throw new ClusterRefused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterRefused(e);
        }
    }
}
