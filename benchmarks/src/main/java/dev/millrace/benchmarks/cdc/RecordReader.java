package dev.millrace.benchmarks.cdc;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed of a topic, from its end on. */
final class RecordReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RECORDS_PER_POLL = 5_000;

    private final KafkaConsumer<String, byte[]> consumer;

    RecordReader(Map<String, Object> client, String topic) {
        var settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Returns when all have arrived. */
    void readTo(Arrivals arrivals) {
        if (!readTo(arrivals, PATIENCE)) {
            throw new IllegalStateException("%,d rows have not arrived".formatted(arrivals.missing()));
        }
    }

    /**
     * Returns whether all have arrived.
     *
     * @param patience how long it may be that none arrives
     */
    boolean readTo(Arrivals arrivals, Duration patience) {
        var progress = System.nanoTime();
        while (!arrivals.areComplete() && System.nanoTime() - progress < patience.toNanos()) {
            var records = consumer.poll(POLL);
            var now = System.nanoTime();
            for (var record : records) {
                arrivals.add(Rows.numberIn(requireNonNull(record.key())), now);
            }
            progress = records.isEmpty() ? progress : now;
        }
        return arrivals.areComplete();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
