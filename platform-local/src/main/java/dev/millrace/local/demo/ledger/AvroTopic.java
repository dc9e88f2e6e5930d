package dev.millrace.local.demo.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed in a topic, from the beginning and then on, with plain Avro and the registry's schemas. */
final class AvroTopic implements AutoCloseable {

    private static final int WIRE_FORMAT_HEADER = 5;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Registry registry;
    private final Map<Integer, Optional<Schema>> schemas = new HashMap<>();
    private final List<TopicPartition> partitions;

    AvroTopic(Map<String, Object> kafka, Registry registry, String topic) {
        this.registry = registry;
        consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    /** A record of the topic. */
    sealed interface Entry {

        /** A record that its schema can read. */
        record Readable(GenericRecord value) implements Entry {}

        /** Says that what had this key is gone. */
        record Tombstone() implements Entry {}

        /** Bytes that are no record in the wire format. */
        record Garbage() implements Entry {}
    }

    /** Hands over everything from the last position to the present end. */
    void readOn(Consumer<Entry> reader) {
        var end = consumer.endOffsets(partitions);
        while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(POLL).forEach(found -> reader.accept(read(found.value())));
        }
    }

    private Entry read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Entry.Tombstone();
        }
        if (bytes.length < WIRE_FORMAT_HEADER || bytes[0] != 0) {
            return new Entry.Garbage();
        }
        return schemas.computeIfAbsent(ByteBuffer.wrap(bytes).getInt(1), registry::schema)
                .map(schema -> read(schema, bytes))
                .orElseGet(Entry.Garbage::new);
    }

    private static Entry read(Schema schema, byte[] bytes) {
        try {
            var decoder = DecoderFactory.get()
                    .binaryDecoder(bytes, WIRE_FORMAT_HEADER, bytes.length - WIRE_FORMAT_HEADER, null);
            return new Entry.Readable(new GenericDatumReader<GenericRecord>(schema).read(null, decoder));
        } catch (IOException | RuntimeException _) { // Avro reports malformed bytes by either
            return new Entry.Garbage();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
