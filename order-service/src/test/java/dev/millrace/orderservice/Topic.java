package dev.millrace.orderservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;

import dev.millrace.contracts.avro.AvroSerdes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A topic as any client of Kafka sees it. */
record Topic(String name) {

    private static final Map<String, Object> BROKER = OrderService.ENGINES.kafkaAs("operator");
    private static final Serializer<SpecificRecord> AVRO =
            AvroSerdes.connectedTo(OrderService.ENGINES.schemaRegistry()).serializer();

    /** Everything that is committed by now. */
    List<ConsumerRecord<String, byte[]>> records() {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(committedOnly(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    List<ConsumerRecord<String, byte[]>> records(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return records().stream().filter(wanted).toList();
    }

    void send(String key, SpecificRecord value) {
        send(key, AVRO.serialize(name, value));
    }

    void send(String key, byte[] value) {
        send(Stream.of(Map.entry(key, value)));
    }

    void sendTombstone(String key) {
        send(null, key.getBytes(UTF_8), null);
    }

    void send(Stream<Map.Entry<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(BROKER, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(record -> producer.send(new ProducerRecord<>(name, record.getKey(), record.getValue())));
        }
    }

    /** To the partition that the key leads to if none is named. */
    void send(@Nullable Integer partition, byte[] key, byte @Nullable [] value) {
        try (var producer = new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, partition, key, value));
        }
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static Map<String, Object> committedOnly() {
        var settings = new HashMap<>(BROKER);
        settings.putAll(Map.of("isolation.level", "read_committed", "enable.auto.commit", "false"));
        return settings;
    }
}
