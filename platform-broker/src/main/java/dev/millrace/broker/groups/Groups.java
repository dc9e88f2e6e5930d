package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
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
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The consumer groups of a cluster, of either protocol. */
final class Groups {

    private final Admin admin;
    private final UnreadRecords unread;

    Groups(Admin admin, UnreadRecords unread) {
        this.admin = admin;
        this.unread = unread;
    }

    /**
     * One group now.
     *
     * @param members how many are in it
     */
    record Group(String name, int members, Map<TopicPartition, Position> positions) {}

    /** Every group that has committed an offset, in no order. */
    List<Group> now() throws ExecutionException, InterruptedException {
        return now(admin.listGroups(ListGroupsOptions.forConsumerGroups()).valid().get().stream()
                .map(GroupListing::groupId)
                .toList());
    }

    /** Those of the named groups that are still there and have committed an offset. */
    List<Group> now(Collection<String> names) throws ExecutionException, InterruptedException {
        var members = members(names);
        var groups = new ArrayList<Group>();
        for (var group : committed(members.keySet()).entrySet()) {
            var name = group.getKey();
            groups.add(new Group(name, members.getOrDefault(name, 0), unread.positions(group.getValue())));
        }
        return groups;
    }

    private Map<String, Integer> members(Collection<String> names) throws ExecutionException, InterruptedException {
        var described = admin.describeConsumerGroups(names).describedGroups();
        return Answers.of(described, GroupIdNotFoundException.class).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, group -> group.getValue().members().size()));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Collection<String> names)
            throws ExecutionException, InterruptedException {
        var everything = names.stream().collect(toMap(name -> name, _ -> new ListConsumerGroupOffsetsSpec()));
        var asked = admin.listConsumerGroupOffsets(everything);
        var committed = Answers.of(
                names.stream().collect(toMap(name -> name, asked::partitionsToOffsetAndMetadata)),
                GroupIdNotFoundException.class);
        committed.values().forEach(offsets -> offsets.values().removeIf(Objects::isNull));
        committed.values().removeIf(Map::isEmpty);
        return committed;
    }
}
