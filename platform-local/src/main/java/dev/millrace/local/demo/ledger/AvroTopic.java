package dev.millrace.local.demo.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final List<TopicPartition> partitions;

    AvroTopic(String kafka, Registry registry, String topic) {
        this.registry = registry;
        consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static Properties settings(String kafka) {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    /** A record of the topic; without a value it is a tombstone. */
    record Entry(String key, @Nullable GenericRecord value) {}

    /** Hands over everything from the last position to the present end. */
    void readOn(Consumer<Entry> reader) {
        var end = consumer.endOffsets(partitions);
        while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(POLL).forEach(found -> reader.accept(new Entry(found.key(), value(found))));
        }
    }

    private @Nullable GenericRecord value(ConsumerRecord<String, byte[]> found) {
        return found.value() == null ? null : decode(found.value());
    }

    private GenericRecord decode(byte[] bytes) {
        var schema = schemas.computeIfAbsent(ByteBuffer.wrap(bytes).getInt(1), registry::schema);
        try {
            var decoder = DecoderFactory.get()
                    .binaryDecoder(bytes, WIRE_FORMAT_HEADER, bytes.length - WIRE_FORMAT_HEADER, null);
            return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
