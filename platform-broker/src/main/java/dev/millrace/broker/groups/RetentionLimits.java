package dev.millrace.broker.groups;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What partitions keep at least.
 *
 * @param ages for how long, by topic; none where age deletes nothing
 * @param bytes how much of each partition, by topic; none where size deletes nothing
 * @param sizes of the partitions of topics whose size is limited, in bytes, as far as Kafka tells
 */
record RetentionLimits(Map<String, Duration> ages, Map<String, Long> bytes, Map<TopicPartition, Long> sizes) {

    static final RetentionLimits NONE = new RetentionLimits(Map.of(), Map.of(), Map.of());

    @Nullable Duration age(TopicPartition partition) {
        return ages.get(partition.topic());
    }

    /**
     * How many of its newest offsets a partition keeps; null where size deletes nothing, or nothing is known of it.
     *
     * @param held how many there are now, which tells how large one is
     */
    @Nullable Long offsets(TopicPartition partition, long held) {
        var most = bytes.get(partition.topic());
        var size = sizes.get(partition);
        return most == null || size == null || size == 0 ? null : (long) ((double) most / size * held);
    }
}
