package dev.millrace.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GarbageTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {Topics.ORDER_COMMANDS, Topics.ORDER_EVENTS, Topics.USER_CHANGES, Topics.SERVICE_LOGS})
    void putsGarbageAsideWithTheReason(String topic) {
        var garbage = "garbage " + UUID.randomUUID();

        int partitions = sendToEveryPartition(topic, garbage);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters(topic, garbage))
                        .hasSizeGreaterThanOrEqualTo(partitions)
                        .allSatisfy(letter -> assertThat(headers(letter)).contains("dlt-reason")));
    }

    @Test
    void goesOnBehindGarbage() {
        var order = UUID.randomUUID();
        List.of(Topics.ORDER_COMMANDS, Topics.ORDER_EVENTS, Topics.USER_CHANGES, Topics.SERVICE_LOGS)
                .forEach(topic -> sendToEveryPartition(topic, "garbage"));

        var user = RunningPlatform.customer();
        assertThat(RunningPlatform.orders()
                        .put("/orders/" + order, Samples.order(user, Samples.word(order)))
                        .status())
                .isEqualTo(201);

        awaitFound(RunningPlatform.orders(), "/orders?customer=" + user, order);
        awaitFound(RunningPlatform.search(), "/search?q=" + Samples.word(order), order);
        awaitFound(RunningPlatform.search(), "/search?q=" + Samples.word(user), user);
        awaitFound(RunningPlatform.logs(), "/logs?service=order-service&q=" + order, order);
    }

    private static void awaitFound(Api api, String path, UUID id) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(api.get(path).json().toString()).contains(id.toString()));
    }

    /** With a key, which compacted topics insist on. */
    private static int sendToEveryPartition(String topic, String garbage) {
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(topic).size();
            for (int partition = 0; partition < partitions; partition++) {
                var key = ("key " + partition).getBytes(UTF_8);
                producer.send(new ProducerRecord<>(topic, partition, key, garbage.getBytes(UTF_8)))
                        .get();
            }
            return partitions;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Garbage could not be sent to " + topic, e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(String topic, String garbage) {
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.deadLettersOf(topic)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            var letters = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
            }
            return letters.stream()
                    .filter(letter -> new String(letter.value(), UTF_8).equals(garbage))
                    .toList();
        }
    }

    private static String headers(ConsumerRecord<byte[], byte[]> letter) {
        var names = new ArrayList<String>();
        letter.headers().forEach(header -> names.add(header.key()));
        return String.join(" ", names);
    }

    private static Map<String, Object> settings() {
        return RunningPlatform.get().kafkaAs("operator");
    }
}
