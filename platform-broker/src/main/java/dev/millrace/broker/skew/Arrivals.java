package dev.millrace.broker.skew;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.TopicPartition;

/**
 * What arrived in every partition.
 *
 * @param ends where each partition ended, look by look, the oldest first
 */
record Arrivals(List<Map<TopicPartition, Long>> ends) {

    static final Arrivals NONE = new Arrivals(List.of());

    Arrivals {
        ends = List.copyOf(ends);
    }

    /** The same with one look more, and without what is older than that many looks. */
    Arrivals followedBy(Map<TopicPartition, Long> look, int most) {
        var longer = new ArrayList<>(ends);
        longer.add(look);
        return new Arrivals(longer.subList(Math.max(0, longer.size() - most), longer.size()));
    }

    /** Fullest partition to mean of the others, for each topic of several partitions in which at least so many records arrived. */
    Map<String, Double> skews(long least) {
        var skews = new HashMap<String, Double>();
        topics().forEach((topic, partitions) -> {
            var arrived = arrived(partitions);
            if (arrived.length > 1 && DoubleStream.of(arrived).sum() >= least) {
                skews.put(topic, fullestToOthers(arrived));
            }
        });
        return skews;
    }

    /** Where nothing arrived in the others, as if each had got one record. */
    private static double fullestToOthers(double... arrived) {
        var summary = DoubleStream.of(arrived).summaryStatistics();
        var others = (summary.getSum() - summary.getMax()) / (arrived.length - 1);
        return summary.getMax() / Math.max(1, others);
    }

    private Map<String, List<TopicPartition>> topics() {
        return ends.isEmpty() ? Map.of() : ends.getLast().keySet().stream().collect(groupingBy(TopicPartition::topic));
    }

    private double[] arrived(Collection<TopicPartition> partitions) {
        return partitions.stream().mapToDouble(this::arrived).toArray();
    }

    /** Nothing where the partition is new, or was deleted and made again, until the window has passed. */
    private double arrived(TopicPartition partition) {
        var last = ends.getLast().getOrDefault(partition, 0L);
        return Math.max(0, last - ends.getFirst().getOrDefault(partition, last));
    }
}
