package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a group of tests, a look every five seconds.
 *
 * @param partitions of each the looks, each how far the group was, where the partition ended and, if it matters, for how many seconds
 *     the first unread record had been there: {@code 5/10@60 7/10@65}
 * @param owners who has which partition, by its number; empty for none
 */
record Seen(
        List<String> partitions,
        int members,
        GroupState state,
        List<String> owners,
        @Nullable Duration retention,
        @Nullable Long keeps) {

    static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final int POLL_SECONDS = 5;

    /** One member has all of it. */
    static Seen group(String... partitions) {
        var owners = IntStream.range(0, partitions.length).mapToObj(_ -> "one").toList();
        return new Seen(List.of(partitions), 1, GroupState.STABLE, owners, null, null);
    }

    Seen withNobody() {
        return new Seen(partitions, 0, GroupState.EMPTY, List.of(), retention, keeps);
    }

    Seen in(GroupState other) {
        return new Seen(partitions, members, other, owners, retention, keeps);
    }

    Seen ownedBy(String... others) {
        return new Seen(partitions, members, state, List.of(others), retention, keeps);
    }

    Seen keptFor(Duration other) {
        return new Seen(partitions, members, state, owners, other, keeps);
    }

    /** The topic keeps so many of the newest offsets of each partition. */
    Seen keeping(long offsets) {
        return new Seen(partitions, members, state, owners, retention, offsets);
    }

    static TopicPartition partition(int number) {
        return new TopicPartition("topic", number);
    }

    GroupHistory history() {
        var looks = partitions.stream().map(seen -> seen.split(" ", -1)).toList();
        var groups = new ArrayList<Group>();
        for (var look = 0; look < looks.getFirst().length; look++) {
            var positions = new HashMap<TopicPartition, Position>();
            for (var number = 0; number < looks.size(); number++) {
                positions.put(partition(number), position(look, looks.get(number)[look]));
            }
            groups.add(new Group("group", membership(), positions));
        }
        return new GroupHistory(groups);
    }

    private Membership membership() {
        Map<TopicPartition, String> owned = IntStream.range(0, owners.size())
                .filter(number -> !owners.get(number).isEmpty())
                .boxed()
                .collect(toMap(Seen::partition, owners::get));
        return new Membership(Kind.CONSUMER, state, members, owned);
    }

    private Position position(int look, String seen) {
        var parts = seen.split("[/@]", -1);
        var committed = Long.parseLong(parts[0]);
        var end = Long.parseLong(parts[1]);
        var age = parts.length > 2 ? Long.parseLong(parts[2]) : 1;
        var at = MORNING.plusSeconds((long) POLL_SECONDS * look);
        return new Position(at, committed, 0, end, committed < end ? at.minusSeconds(age) : null, retention, keeps);
    }
}
