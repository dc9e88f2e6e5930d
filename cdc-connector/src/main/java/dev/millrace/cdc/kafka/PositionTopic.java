package dev.millrace.cdc.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.millrace.cdc.CdcProperties;
import dev.millrace.cdc.progress.Origin;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.snapshot.TableSnapshot;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The compacted topic in which every capture has written how far it is; the last committed record counts. */
@Component
public final class PositionTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** No name of a capture has a point in it. */
    private static final String PAUSED = ".paused";

    private static final String TABLES = ".tables";
    private static final String SNAPSHOT = ".snapshot.";

    private static final byte[] YES = "true".getBytes(UTF_8);
    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicPartition partition;
    private final Map<String, Object> settings;
    private final JsonMapper json;

    PositionTopic(CdcProperties properties, ConsumerFactory<?, ?> consumers, JsonMapper json) {
        this.partition = new TopicPartition(properties.positionsTopic(), 0);
        this.settings = new HashMap<>(consumers.getConfigurationProperties());
        this.json = json;
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    }

    /** Only right after the last writer of {@code capture} was fenced: until then it may write something else. */
    public Standing standing(String capture) {
        var values = valuesOf(capture);
        return new Standing(
                values.containsKey(capture + PAUSED),
                read(values, capture, StoredCheckpoint.class).map(StoredCheckpoint::checkpoint),
                read(values, capture + TABLES, String[].class).map(Set::of).orElse(Set.of()),
                snapshots(values, capture));
    }

    private List<TableSnapshot> snapshots(Map<String, byte[]> values, String capture) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(capture + SNAPSHOT))
                .flatMap(key -> read(values, key, TableSnapshot.class).stream())
                .sorted(Comparator.comparing(TableSnapshot::requestedAt))
                .toList();
    }

    private <T> Optional<T> read(Map<String, byte[]> values, String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(value -> json.readValue(value, type));
    }

    ProducerRecord<String, byte @Nullable []> record(String capture, Position position, Origin origin) {
        var value = json.writeValueAsBytes(StoredCheckpoint.of(position, origin));
        return new ProducerRecord<>(partition.topic(), capture, value);
    }

    ProducerRecord<String, byte @Nullable []> tables(String capture, Set<String> tables) {
        return new ProducerRecord<>(partition.topic(), capture + TABLES, json.writeValueAsBytes(tables));
    }

    ProducerRecord<String, byte @Nullable []> snapshot(String capture, TableSnapshot snapshot) {
        return new ProducerRecord<>(
                partition.topic(), capture + SNAPSHOT + snapshot.table(), json.writeValueAsBytes(snapshot));
    }

    ProducerRecord<String, byte @Nullable []> pause(String capture, boolean paused) {
        return new ProducerRecord<>(partition.topic(), capture + PAUSED, paused ? YES : null);
    }

    ProducerRecord<String, byte @Nullable []> forget(String capture) {
        return new ProducerRecord<>(partition.topic(), capture, null);
    }

    /** The last value of each key of {@code capture}. */
    private Map<String, byte[]> valuesOf(String capture) {
        try (var consumer = consumer("read_committed")) {
            consumer.seekToBeginning(List.of(partition));
            return valuesOf(capture, consumer);
        }
    }

    private Map<String, byte[]> valuesOf(String capture, Consumer<String, byte @Nullable []> consumer) {
        var end = end();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var values = new HashMap<String, byte[]>();
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                if (record.key().equals(capture) || record.key().startsWith(capture + '.')) {
                    // A null value removes its key.
                    values.compute(record.key(), (_, _) -> record.value());
                }
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The positions in " + partition + " could not be read in " + PATIENCE);
            }
        }
        return values;
    }

    /**
     * Behind everything, committed or not: a transaction of another capture that is still open hides what was committed
     * after it began, and so has to be waited for.
     */
    private long end() {
        try (var consumer = consumer("read_uncommitted")) {
            return requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        }
    }

    private Consumer<String, byte @Nullable []> consumer(String isolation) {
        var isolated = new HashMap<>(settings);
        isolated.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        var consumer = new KafkaConsumer<>(isolated, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        return consumer;
    }
}
