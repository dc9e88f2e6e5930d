package dev.millrace.broker.skew;

import static dev.millrace.broker.declared.Answers.await;
import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Asks for where every partition ends. */
final class EndOffsets {

    private final Admin admin;

    EndOffsets(Admin admin) {
        this.admin = admin;
    }

    /**
     * Of all topics but Kafka's own that has a leader.
     *
     * @throws dev.millrace.broker.declared.AdminFailure when Kafka does not tell, or a topic is deleted meanwhile
     */
    Map<TopicPartition, Long> now() {
        var names = await("list topics", admin.listTopics().names());
        var topics = await("describe topics", admin.describeTopics(names).allTopicNames());
        var asked = topics.values().stream()
                .flatMap(EndOffsets::partitions)
                .collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return await("list offsets", admin.listOffsets(asked).all()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .filter(partition -> partition.leader() != null)
                .map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }
}
