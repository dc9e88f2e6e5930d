package dev.millrace.broker.topics;

import static dev.millrace.broker.declared.Answers.await;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.millrace.broker.topics.TopicDifference.OtherConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/** The topics of a cluster, seen and changed through an admin connection. */
final class Cluster {

    private final Admin admin;

    Cluster(Admin admin) {
        this.admin = admin;
    }

    /** All but Kafka's own. */
    Map<String, ActualTopic> topics() {
        return topics(names());
    }

    private Set<String> names() {
        return await("list topics", admin.listTopics().names());
    }

    /** Those of the named topics that exist. */
    Map<String, ActualTopic> topics(Collection<String> names) {
        var existing = names();
        var found = names.stream().filter(existing::contains).toList();
        var resources = found.stream().map(Cluster::resource).toList();
        var configs = await("describe topics", admin.describeConfigs(resources).all());
        return await("describe topics", admin.describeTopics(found).allTopicNames()).values().stream()
                .collect(toMap(
                        TopicDescription::name,
                        topic -> actual(topic, requireNonNull(configs.get(resource(topic.name()))))));
    }

    private static ActualTopic actual(TopicDescription topic, Config config) {
        var leaderless = topic.partitions().stream()
                .filter(partition -> partition.leader() == null)
                .map(TopicPartitionInfo::partition)
                .toList();
        var settings = config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
        return new ActualTopic(
                topic.partitions().size(),
                topic.partitions().getFirst().replicas().size(),
                leaderless,
                settings,
                own(config));
    }

    private static Set<String> own(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .map(ConfigEntry::name)
                .collect(toSet());
    }

    void create(Collection<Topic> topics) {
        admin.createTopics(topics.stream().map(Cluster::newTopic).toList())
                .values()
                .forEach((topic, done) -> await("create " + topic, done));
    }

    private static NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), topic.replication()).configs(topic.config());
    }

    void configure(Collection<OtherConfig> differences) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = differences.stream()
                .collect(groupingBy(
                        found -> resource(found.topic()), mapping(Cluster::setting, toCollection(ArrayList::new))));
        admin.incrementalAlterConfigs(changes)
                .values()
                .forEach((topic, done) -> await("configure " + topic.name(), done));
    }

    void delete(Collection<String> topics) {
        admin.deleteTopics(topics).topicNameValues().forEach((topic, done) -> await("delete " + topic, done));
    }

    private static AlterConfigOp setting(OtherConfig found) {
        return new AlterConfigOp(new ConfigEntry(found.setting(), found.declared()), OpType.SET);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
