package dev.millrace.broker.groups;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** Tells why a group falls behind in a partition. */
final class Slowness {

    private Slowness() {}

    static Verdict judge(GroupHistory group, TopicPartition partition) {
        var history = group.of(partition);
        var reads = "It reads, but falls behind by %.1f records a second".formatted(history.growth());
        return hot(history, others(group, partition))
                ? new Verdict(
                        State.WARN,
                        Cause.HOT_PARTITION,
                        reads + ": this partition gets most of what arrives in the topic, and only this one lags.",
                        "Spread the records over more keys, or make its work cheaper; more than one member for it alone can't help.")
                : new Verdict(
                        State.WARN,
                        Cause.TOO_SLOW,
                        reads + ".",
                        "Give the group more members, up to one for each partition, or make its work cheaper.");
    }

    private static boolean hot(History history, List<History> others) {
        return !others.isEmpty()
                && others.stream().noneMatch(History::fallsBehind)
                && moreThanAll(history, others, History::arrived)
                && moreThanAll(history, others, one -> one.last().lag());
    }

    private static boolean moreThanAll(History history, List<History> others, ToLongFunction<History> measure) {
        return measure.applyAsLong(history) > others.stream().mapToLong(measure).sum();
    }

    private static List<History> others(GroupHistory group, TopicPartition partition) {
        return group.partitions().entrySet().stream()
                .filter(other -> other.getKey().topic().equals(partition.topic()))
                .filter(other -> other.getKey().partition() != partition.partition())
                .map(Map.Entry::getValue)
                .toList();
    }
}
