package dev.millrace.broker.groups;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** The groups of a cluster that read records, whatever their protocol. */
final class Groups {

    private final Admin admin;
    private final Memberships memberships;
    private final Commits commits;
    private final Retention retention;
    private final UnreadRecords unread;

    Groups(Admin admin, UnreadRecords unread) {
        this.admin = admin;
        this.memberships = new Memberships(admin);
        this.commits = new Commits(admin);
        this.retention = new Retention(admin);
        this.unread = unread;
    }

    /** Every group that has committed an offset, in no order. */
    List<Group> now() throws ExecutionException, InterruptedException {
        var names = admin.listGroups().valid().get().stream()
                .filter(group -> Kind.of(group).isPresent())
                .collect(
                        groupingBy(group -> Kind.of(group).orElseThrow(), mapping(group -> group.groupId(), toList())));
        var groups = new ArrayList<Group>();
        for (var kind : names.entrySet()) {
            groups.addAll(now(kind.getKey(), kind.getValue()));
        }
        return groups;
    }

    /** Those of the named groups that are still there and have committed an offset. */
    List<Group> now(Kind kind, Collection<String> names) throws ExecutionException, InterruptedException {
        var members = memberships.of(kind, names);
        var committed = commits.of(kind, members.keySet());
        var kept = retention.of(topics(committed.values()));
        var groups = new ArrayList<Group>();
        for (var group : members.entrySet()) {
            var offsets = committed.get(group.getKey());
            if (offsets != null) {
                groups.add(new Group(group.getKey(), group.getValue(), unread.positions(offsets, kept)));
            }
        }
        return groups;
    }

    private static Collection<String> topics(Collection<Map<TopicPartition, Commit>> offsets) {
        return offsets.stream()
                .flatMap(group -> group.keySet().stream())
                .map(TopicPartition::topic)
                .collect(toSet());
    }
}
