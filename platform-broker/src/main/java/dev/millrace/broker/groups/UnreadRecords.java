package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks at what a group would read next, without being in it and without moving it. */
final class UnreadRecords implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ABOUT_ONE_BATCH = 1;

    private static final Map<String, Object> READING = Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG,
            "platform-broker-groups",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            ABOUT_ONE_BATCH,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean closing;

    /**
     * @param connection client properties that say how to reach the cluster, and as whom
     */
    UnreadRecords(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.putAll(READING);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The position of a group in each partition for which it has committed an offset.
     *
     * @param limits of how long, and how many, records are kept
     * @throws WakeupException when it is being closed
     */
    synchronized Map<TopicPartition, Position> positions(
            Map<TopicPartition, Commit> committed, RetentionLimits limits) {
        if (closing) {
            throw new WakeupException();
        }
        consumer.unsubscribe(); // or what the look before paused would stay paused
        consumer.assign(committed.keySet());
        var starts = consumer.beginningOffsets(committed.keySet(), LIMIT);
        var ends = consumer.endOffsets(committed.keySet(), LIMIT);
        var behind = new HashMap<TopicPartition, Long>();
        committed.forEach((partition, commit) -> {
            if (!commit.nothingLeft() && commit.offset() < ends.getOrDefault(partition, 0L)) {
                behind.put(partition, commit.offset());
            }
        });
        var unread = firstUnread(behind, ends);
        var now = Instant.now();
        return committed.entrySet().stream()
                .filter(entry -> ends.containsKey(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, entry -> {
                    var partition = entry.getKey();
                    var start = starts.getOrDefault(partition, 0L);
                    var end = ends.getOrDefault(partition, 0L);
                    return new Position(
                            now,
                            entry.getValue().offset(),
                            start,
                            end,
                            unread.get(partition),
                            limits.age(partition),
                            limits.offsets(partition, end - start));
                }));
    }

    private Map<TopicPartition, Instant> firstUnread(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        var found = new HashMap<TopicPartition, Instant>();
        var open = new HashSet<>(from.keySet());
        var deadline = Instant.now().plus(LIMIT);
        while (!open.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("No answer about %s within %s".formatted(open, LIMIT));
            }
            look(open, found, ends);
        }
        return found;
    }

    private void look(Set<TopicPartition> open, Map<TopicPartition, Instant> found, Map<TopicPartition, Long> ends) {
        var records = consumer.poll(POLL);
        for (var partition : records.partitions()) {
            if (open.remove(partition)) {
                found.put(
                        partition,
                        Instant.ofEpochMilli(
                                records.records(partition).getFirst().timestamp()));
            }
        }
        open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
        consumer.pause(found.keySet());
    }

    /** Ends a look that is under way in another thread, since a consumer serves one thread at a time. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        synchronized (this) {
            consumer.close();
        }
    }
}
