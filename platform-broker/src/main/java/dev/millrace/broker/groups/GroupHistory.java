package dev.millrace.broker.groups;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** What was seen of a group, look by look. */
final class GroupHistory {

    private final List<Group> looks;
    private final Map<TopicPartition, History> partitions;

    /**
     * @param looks at least one, the oldest first
     */
    GroupHistory(List<Group> looks) {
        this.looks = List.copyOf(looks);
        this.partitions =
                looks.getLast().positions().keySet().stream().collect(toMap(partition -> partition, this::sinceItCame));
    }

    /** The same with one look more, and without what is older than that many looks. */
    GroupHistory followedBy(Group look, int most) {
        var longer = new ArrayList<>(looks);
        longer.add(look);
        return new GroupHistory(longer.subList(Math.max(0, longer.size() - most), longer.size()));
    }

    Group last() {
        return looks.getLast();
    }

    /** Those of the last look. */
    Map<TopicPartition, History> partitions() {
        return partitions;
    }

    History of(TopicPartition partition) {
        return requireNonNull(partitions.get(partition));
    }

    boolean always(Predicate<Membership> condition) {
        return looks.stream().map(Group::membership).allMatch(condition);
    }

    Stream<History> others(TopicPartition partition) {
        return partitions.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(partition))
                .map(Map.Entry::getValue);
    }

    /** A topic that was deleted and made again begins anew. */
    private History sinceItCame(TopicPartition partition) {
        return new History(looks.reversed().stream()
                .takeWhile(look -> look.positions().containsKey(partition))
                .map(look -> requireNonNull(look.positions().get(partition)))
                .toList()
                .reversed());
    }
}
