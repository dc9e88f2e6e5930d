package dev.millrace.logs;

import static dev.millrace.contracts.Topics.SERVICE_LOGS;
import static dev.millrace.contracts.Topics.deadLettersOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.test.context.TestComponent;

/** The other services' side of the log topic. */
@TestComponent
public final class LogTopic implements AutoCloseable {

    private final Map<String, Object> kafka = OnEngines.ENGINES.kafkaAs("operator");
    private final KafkaProducer<byte[], byte[]> producer;

    LogTopic() {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of("linger.ms", 5, "compression.type", "lz4"));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public void write(Stream<String> lines) throws Exception {
        writeBytes(lines.map(line -> line.getBytes(UTF_8)));
    }

    public void writeBytes(Stream<byte[]> lines) throws Exception {
        var sent = lines.map(line -> producer.send(new ProducerRecord<>(SERVICE_LOGS, line)))
                .toList();
        for (var each : sent) {
            each.get();
        }
    }

    /** What was put aside, and why. */
    public Map<String, String> deadLetters() {
        var partition = new TopicPartition(deadLettersOf(SERVICE_LOGS), 0);
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(2)).spliterator(), false)
                    .collect(Collectors.toMap(
                            record -> new String(record.value(), UTF_8), LogTopic::reason, (first, _) -> first));
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static String reason(ConsumerRecord<?, ?> record) {
        return new String(record.headers().lastHeader("dlt-reason").value(), UTF_8);
    }
}
