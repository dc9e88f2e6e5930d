package dev.millrace.broker.skew;

import static dev.millrace.broker.declared.Answers.await;
import static java.util.stream.Collectors.toMap;

import dev.millrace.broker.declared.AdminFailure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Asks for what partitions take on the disks of their leaders. */
final class LogSizes {

    private final Admin admin;

    LogSizes(Admin admin) {
        this.admin = admin;
    }

    /** In bytes, by partition number; nothing where Kafka does not tell us, as many who run it for others don't let it. */
    Map<Integer, Long> of(String topic, List<TopicPartitionInfo> partitions) {
        var leaders = partitions.stream()
                .filter(partition -> partition.leader() != null)
                .collect(toMap(
                        TopicPartitionInfo::partition,
                        partition -> partition.leader().id()));
        try {
            var asked = admin.describeLogDirs(new HashSet<>(leaders.values()));
            return sizes(topic, leaders, await("describe log directories", asked.allDescriptions()));
        } catch (AdminFailure _) { // no more than a detail is missing
            return Map.of();
        }
    }

    private static Map<Integer, Long> sizes(
            String topic, Map<Integer, Integer> leaders, Map<Integer, Map<String, LogDirDescription>> brokers) {
        var sizes = new HashMap<Integer, Long>();
        leaders.forEach((partition, leader) -> brokers.getOrDefault(leader, Map.of()).values().stream()
                .map(folder -> folder.replicaInfos().get(new TopicPartition(topic, partition)))
                .filter(Objects::nonNull)
                .filter(copy -> !copy.isFuture())
                .forEach(copy -> sizes.put(partition, copy.size())));
        return sizes;
    }
}
