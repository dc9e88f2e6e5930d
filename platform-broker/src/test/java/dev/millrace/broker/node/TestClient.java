package dev.millrace.broker.node;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody who writes and reads strings. */
public final class TestClient implements AutoCloseable {

    private final Map<String, Object> server;
    private final Admin admin;

    public TestClient(Map<String, Object> server) {
        this.server = server;
        this.admin = Admin.create(server);
    }

    public Admin admin() {
        return admin;
    }

    public void create(String topic) throws ExecutionException, InterruptedException {
        create(new NewTopic(topic, Optional.of(1), Optional.empty()));
    }

    /** Returns when the topic can be seen: the controller answers before the brokers know of it. */
    public void create(NewTopic topic) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(topic)).all().get();
        await().atMost(ofSeconds(10))
                .until(() -> admin.listTopics().names().get().contains(topic.name()));
    }

    public void send(String topic, String... values) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(server, new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                producer.send(new ProducerRecord<>(topic, value)).get();
            }
        }
    }

    public void sendAndCommit(String topic, String... values) throws ExecutionException, InterruptedException {
        try (var producer = transactional()) {
            producer.beginTransaction();
            for (var value : values) {
                producer.send(new ProducerRecord<>(topic, value)).get();
            }
            producer.commitTransaction();
        }
    }

    public void sendAndAbort(String topic, String value) throws ExecutionException, InterruptedException {
        try (var producer = transactional()) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, value)).get();
            producer.abortTransaction();
        }
    }

    private KafkaProducer<String, String> transactional() {
        var config = with(Map.of("transactional.id", UUID.randomUUID().toString()));
        var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    /** The first committed values of a topic, in their order, through a consumer group of the new protocol. */
    public List<String> read(String topic, int count) {
        return read(topic, count, UUID.randomUUID().toString());
    }

    /** The same as a group, which remembers how far it has come. */
    public List<String> read(String topic, int count, String group) {
        var config = with(Map.of(
                "group.id", group,
                "group.protocol", "consumer",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed"));
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(ofSeconds(60)).untilAsserted(() -> {
                consumer.poll(ofMillis(100)).forEach(found -> values.add(found.value()));
                assertThat(values).hasSizeGreaterThanOrEqualTo(count);
            });
            consumer.commitSync();
        }
        return values;
    }

    /** Everything in a topic that is committed now. */
    public List<String> readCommitted(String topic) throws ExecutionException, InterruptedException {
        var end = endOffsets(topic, IsolationLevel.READ_COMMITTED);
        var config = with(Map.of("isolation.level", "read_committed"));
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(end.keySet());
            consumer.seekToBeginning(end.keySet());
            while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
                consumer.poll(ofSeconds(1)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }

    /** The partitions whose committed records end before the others do: a transaction is open there. */
    public Set<TopicPartition> openTransactions(String topic) throws ExecutionException, InterruptedException {
        var committed = endOffsets(topic, IsolationLevel.READ_COMMITTED);
        var all = endOffsets(topic, IsolationLevel.READ_UNCOMMITTED);
        all.entrySet().removeAll(committed.entrySet());
        return all.keySet();
    }

    private Map<TopicPartition, Long> endOffsets(String topic, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        var description = admin.describeTopics(List.of(topic)).allTopicNames().get();
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        requireNonNull(description.get(topic))
                .partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(latest, new ListOffsetsOptions(level))
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private Map<String, Object> with(Map<String, Object> others) {
        var all = new HashMap<>(server);
        all.putAll(others);
        return all;
    }

    @Override
    public void close() {
        admin.close();
    }
}
