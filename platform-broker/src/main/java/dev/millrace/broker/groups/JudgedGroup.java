package dev.millrace.broker.groups;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A group with what is to be thought of it.
 *
 * @param state the worst of its partitions
 * @param lag the sum over its partitions
 */
record JudgedGroup(String group, int members, State state, long lag, List<Partition> partitions) {

    /**
     * A group in one partition.
     *
     * @param lag offsets to the end, 0 when there is nothing to read
     * @param secondsBehind age of the first record it has not read
     * @param growth by how many offsets the lag grows in a second
     * @param lost offsets that were deleted before it had read them
     */
    record Partition(
            String topic,
            int partition,
            State state,
            long committed,
            long end,
            long lag,
            double secondsBehind,
            double growth,
            long lost,
            String reason,
            String action) {

        static Partition of(TopicPartition partition, List<Position> history, Verdict verdict) {
            var last = history.getLast();
            return new Partition(
                    partition.topic(),
                    partition.partition(),
                    verdict.state(),
                    last.committed(),
                    last.end(),
                    last.lag(),
                    last.timeLag().toMillis() / 1000.0,
                    LagJudge.growth(history),
                    last.lost(),
                    verdict.reason(),
                    verdict.action());
        }
    }

    static JudgedGroup of(Groups.Group group, Map<TopicPartition, List<Position>> histories, LagJudge judge) {
        var partitions = histories.entrySet().stream()
                .map(entry -> Partition.of(
                        entry.getKey(), entry.getValue(), judge.judge(entry.getValue(), group.members() > 0)))
                .sorted(Comparator.comparing(Partition::topic).thenComparingInt(Partition::partition))
                .toList();
        return new JudgedGroup(
                group.name(),
                group.members(),
                partitions.stream()
                        .map(Partition::state)
                        .max(Comparator.comparingInt(State::severity))
                        .orElse(State.OK),
                partitions.stream().mapToLong(Partition::lag).sum(),
                partitions);
    }
}
