package dev.millrace.broker.skew;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Counts the keys of the newest records of a partition, up to where it ended when the count began. */
final class PartitionCount {

    private final TopicPartition partition;
    private final long begin;
    private final long from;
    private final long end;
    private final Map<SampledKey, Integer> keys = new HashMap<>();
    private int withoutKey;
    private long position;

    PartitionCount(TopicPartition partition, long begin, long end, int most) {
        this.partition = partition;
        this.begin = begin;
        this.from = Math.max(begin, end - most);
        this.end = end;
        this.position = from;
    }

    void seek(Consumer<byte[], byte[]> consumer) {
        consumer.seek(partition, from);
        if (isDone()) {
            consumer.pause(List.of(partition));
        }
    }

    void take(ConsumerRecords<byte[], byte[]> records, Consumer<byte[], byte[]> consumer) {
        records.records(partition).stream()
                .filter(found -> found.offset() < end)
                .forEach(this::count);
        position = Math.min(consumer.position(partition), end);
        if (isDone()) {
            consumer.pause(List.of(partition));
        }
    }

    private void count(ConsumerRecord<byte[], byte[]> found) {
        if (found.key() == null) {
            withoutKey++;
        } else {
            keys.merge(SampledKey.of(found.key()), 1, Integer::sum);
        }
    }

    boolean isDone() {
        return position >= end;
    }

    PartitionSample sample() {
        return new PartitionSample(partition.partition(), end - begin, position - from, keys, withoutKey);
    }
}
