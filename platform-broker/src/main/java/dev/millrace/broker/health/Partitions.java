package dev.millrace.broker.health;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.springframework.boot.health.contributor.Status;

/**
 * What is wrong with partitions, each as topic and number.
 *
 * @param offline without a leader: nobody can read or write
 * @param underMinInSync readable, but writers that want to be sure are refused
 * @param underReplicated a copy is missing
 */
record Partitions(List<String> offline, List<String> underMinInSync, List<String> underReplicated) {

    /** @param minInSync by topic, for those that {@link #suspects} names */
    static Partitions of(Collection<TopicDescription> topics, Map<String, Integer> minInSync) {
        return new Partitions(
                those(topics, _ -> partition -> partition.leader() == null),
                those(
                        topics,
                        topic -> partition -> partition.isr().size()
                                < Math.min(
                                        minInSync.getOrDefault(topic, 1),
                                        partition.replicas().size())),
                those(topics, _ -> Partitions::isUnderReplicated));
    }

    /** Kafka asks of no partition more copies in sync than it has at all, so nothing else can be under its minimum. */
    static Set<String> suspects(Collection<TopicDescription> topics) {
        return topics.stream()
                .filter(topic -> topic.partitions().stream().anyMatch(Partitions::isUnderReplicated))
                .map(TopicDescription::name)
                .collect(Collectors.toSet());
    }

    private static boolean isUnderReplicated(TopicPartitionInfo partition) {
        return partition.isr().size() < partition.replicas().size();
    }

    private static List<String> those(
            Collection<TopicDescription> topics, Function<String, Predicate<TopicPartitionInfo>> which) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .filter(which.apply(topic.name()))
                        .map(partition -> topic.name() + "-" + partition.partition()))
                .sorted()
                .toList();
    }

    Status status() {
        if (!offline.isEmpty()) {
            return Status.DOWN;
        }
        return underMinInSync.isEmpty() ? Status.UP : Status.OUT_OF_SERVICE;
    }
}
