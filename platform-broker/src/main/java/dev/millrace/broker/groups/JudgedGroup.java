package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.History.seconds;

import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A group with what is to be thought of it.
 *
 * @param groupState what Kafka says of its members
 * @param state the worst of its partitions
 * @param lag the sum over its partitions
 */
record JudgedGroup(
        String group,
        Kind kind,
        GroupState groupState,
        int members,
        State state,
        long lag,
        List<Partition> partitions) {

    /**
     * A group in one partition.
     *
     * @param lag offsets to the end, 0 when there is nothing to read
     * @param secondsBehind age of the first record it has not read
     * @param growth by how many offsets the lag grows in a second
     * @param lost offsets that were deleted before it had read them
     * @param secondsToLoss how long until age or size may delete the first record it has not read; null when they never do
     */
    record Partition(
            String topic,
            int partition,
            State state,
            Cause cause,
            long committed,
            long end,
            long lag,
            double secondsBehind,
            double growth,
            long lost,
            @Nullable Double secondsToLoss,
            String reason,
            String action) {

        static Partition of(TopicPartition partition, History history, Verdict verdict) {
            var last = history.last();
            return new Partition(
                    partition.topic(),
                    partition.partition(),
                    verdict.state(),
                    verdict.cause(),
                    last.committed(),
                    last.end(),
                    last.lag(),
                    seconds(last.timeLag()),
                    history.growth(),
                    last.lost(),
                    Loss.of(history).map(loss -> seconds(loss.in())).orElse(null),
                    verdict.reason(),
                    verdict.action());
        }
    }

    static JudgedGroup of(GroupHistory group, GroupJudge judge) {
        var partitions = group.partitions().entrySet().stream()
                .map(entry -> Partition.of(entry.getKey(), entry.getValue(), judge.judge(group, entry.getKey())))
                .sorted(Comparator.comparing(Partition::topic).thenComparingInt(Partition::partition))
                .toList();
        var membership = group.last().membership();
        return new JudgedGroup(
                group.last().name(),
                membership.kind(),
                membership.state(),
                membership.members(),
                partitions.stream()
                        .map(Partition::state)
                        .max(Comparator.comparingInt(State::severity))
                        .orElse(State.OK),
                partitions.stream().mapToLong(Partition::lag).sum(),
                partitions);
    }
}
