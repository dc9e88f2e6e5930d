package dev.millrace.search;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far consumer groups have come. */
public record Positions(Admin admin) {

    /** Whether a group has committed everything that is in a topic. */
    public boolean isAtEnd(String group, String topic) throws Exception {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends(topic).entrySet().stream().allMatch(end -> {
            var position = committed.get(end.getKey());
            return (position == null ? 0 : position.offset()) >= end.getValue();
        });
    }

    /** Makes groups begin again, which must have no members at the moment. */
    public void forget(Collection<String> groups) throws Exception {
        admin.deleteConsumerGroups(groups).all().get();
    }

    private Map<TopicPartition, Long> ends(String topic) throws Exception {
        var description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        var partitions = requireNonNull(description, topic).partitions();
        var latest = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}
