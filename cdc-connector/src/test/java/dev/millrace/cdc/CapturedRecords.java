package dev.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.contracts.Topics;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.changes.UserChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A reader of committed changes, from where the topic ended when the reader was made. */
final class CapturedRecords implements AutoCloseable {

    private final KafkaConsumer<String, SpecificRecord> consumer;
    private final List<ConsumerRecord<String, SpecificRecord>> records = new ArrayList<>();

    CapturedRecords(TestEngines engines) {
        this(engines, Topics.USER_CHANGES);
    }

    CapturedRecords(TestEngines engines, String topic) {
        consumer = new KafkaConsumer<>(
                settings(engines),
                new StringDeserializer(),
                AvroSerdes.connectedTo(engines.schemaRegistry()).deserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private static Map<String, Object> settings(TestEngines engines) {
        var settings = new HashMap<>(engines.kafkaAs("operator"));
        settings.put("isolation.level", "read_committed");
        return settings;
    }

    List<ConsumerRecord<String, SpecificRecord>> all() {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        return records;
    }

    List<ConsumerRecord<String, SpecificRecord>> of(Object key) {
        return all().stream()
                .filter(record -> record.key().equals(key.toString()))
                .toList();
    }

    /** What became of an entity, such as "UserUpdated Ada"; a tombstone is "nothing". */
    List<String> historyOf(Object key) {
        return of(key).stream().map(CapturedRecords::describe).toList();
    }

    static String describe(ConsumerRecord<String, SpecificRecord> record) {
        return switch ((UserChange) record.value()) {
            case null -> "nothing";
            case UserChange change when change.getAfter() == null -> header(record, "ce_type");
            case UserChange change ->
                header(record, "ce_type") + " " + change.getAfter().getName();
        };
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return Objects.requireNonNull(headerOrNull(record, name));
    }

    static @Nullable String headerOrNull(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
