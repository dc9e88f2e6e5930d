package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of a cluster, of either protocol. */
final class Groups {

    private final Admin admin;
    private final Map<String, Object> connection;

    Groups(Admin admin, Map<String, Object> connection) {
        this.admin = admin;
        this.connection = connection;
    }

    /**
     * One group now.
     *
     * @param members how many are in it
     */
    record Group(String name, int members, Map<TopicPartition, Position> positions) {}

    /** Every group that has committed an offset. */
    List<Group> now() throws ExecutionException, InterruptedException {
        var names = admin.listGroups(ListGroupsOptions.forConsumerGroups()).valid().get().stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        var members = members(names);
        var groups = new ArrayList<Group>();
        try (var unread = new UnreadRecords(connection)) {
            for (var committed : committed(names).entrySet()) {
                var name = committed.getKey();
                groups.add(new Group(name, members.getOrDefault(name, 0), unread.positions(committed.getValue())));
            }
        }
        return groups;
    }

    private Map<String, Integer> members(List<String> names) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(names).all().get().entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, group -> group.getValue().members().size()));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(List<String> names)
            throws ExecutionException, InterruptedException {
        var everything = names.stream().collect(toMap(name -> name, _ -> new ListConsumerGroupOffsetsSpec()));
        var committed = admin.listConsumerGroupOffsets(everything).all().get();
        committed.values().forEach(offsets -> offsets.values().removeIf(Objects::isNull));
        committed.values().removeIf(Map::isEmpty);
        return committed;
    }
}
