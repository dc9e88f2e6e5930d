package dev.millrace.search;

import static dev.millrace.contracts.Topics.ORDER_EVENTS;
import static dev.millrace.contracts.Topics.USER_CHANGES;
import static dev.millrace.contracts.Topics.deadLettersOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.contracts.OldOrders;
import dev.millrace.contracts.avro.AvroSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The other services' side of the topics. */
@TestComponent
public final class Topics {

    private static final Map<String, Object> BROKER = OnEngines.ENGINES.kafkaAs("operator");

    private final KafkaTemplate<String, SpecificRecord> kafka;

    Topics(AvroSerdes serdes) {
        kafka = new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(BROKER, new StringSerializer(), serdes.serializer()));
    }

    public void tell(Orders order, SpecificRecord... events) {
        for (var event : events) {
            kafka.send(ORDER_EVENTS, order.id().toString(), event).join();
        }
    }

    public void tell(Users user, @Nullable SpecificRecord... changes) {
        for (var change : changes) {
            kafka.send(USER_CHANGES, user.id().toString(), change).join();
        }
    }

    public void tell(OldOrders old) throws Exception {
        tell(ORDER_EVENTS, old.orderId(), old.registeredAt(OnEngines.ENGINES.schemaRegistry()));
    }

    public void tellGarbage(String topic, UUID key) throws Exception {
        tell(topic, key, "garbage".getBytes(UTF_8));
    }

    private static void tell(String topic, UUID key, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(BROKER, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.toString(), value)).get();
        }
    }

    /** Why records of this key were put aside. */
    public List<String> deadLetters(String topic, UUID key) {
        var partition = new TopicPartition(deadLettersOf(topic), 0);
        try (var consumer = new KafkaConsumer<>(BROKER, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(2)).spliterator(), false)
                    .filter(record -> key.toString().equals(record.key()))
                    .map(Topics::reason)
                    .toList();
        }
    }

    private static String reason(ConsumerRecord<?, ?> record) {
        return new String(record.headers().lastHeader("dlt-reason").value(), UTF_8);
    }
}
