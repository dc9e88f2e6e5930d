package dev.millrace.broker.skew;

import static java.util.stream.Collectors.toMap;

import dev.millrace.broker.declared.ClusterConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks at the newest records of partitions, in no group and without a trace. It does so {@code read_uncommitted}: what was taken
 * back has burdened its partition all the same, and a transaction that hangs hides nothing.
 */
final class NewestRecords {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private static final Map<String, Object> READING = Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG,
            "platform-broker-skew",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_uncommitted",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            256 * 1024,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            4 * 1024 * 1024,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            100,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            Math.toIntExact(LIMIT.toMillis()));

    private final ClusterConnection cluster;

    NewestRecords(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    /**
     * What can be read of them within ten seconds, by partition number.
     *
     * @param each most of one partition
     */
    List<PartitionSample> of(Collection<TopicPartition> partitions, int each) {
        try (var consumer =
                new KafkaConsumer<>(cluster.with(READING), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            var begins = consumer.beginningOffsets(partitions, LIMIT);
            var ends = consumer.endOffsets(partitions, LIMIT);
            var counts = partitions.stream()
                    .collect(toMap(
                            partition -> partition,
                            partition -> new PartitionCount(
                                    partition,
                                    begins.getOrDefault(partition, 0L),
                                    ends.getOrDefault(partition, 0L),
                                    each)));
            read(consumer, counts);
            return counts.values().stream()
                    .map(PartitionCount::sample)
                    .sorted(Comparator.comparingInt(PartitionSample::partition))
                    .toList();
        }
    }

    private static void read(Consumer<byte[], byte[]> consumer, Map<TopicPartition, PartitionCount> counts) {
        var deadline = Instant.now().plus(LIMIT);
        counts.values().forEach(count -> count.seek(consumer));
        var open = new HashSet<>(counts.values());
        open.removeIf(PartitionCount::isDone);
        while (!open.isEmpty() && Instant.now().isBefore(deadline)) {
            var records = consumer.poll(POLL);
            open.forEach(count -> count.take(records, consumer));
            open.removeIf(PartitionCount::isDone);
        }
    }
}
