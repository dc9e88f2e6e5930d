package dev.millrace.broker.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.broker.declared.AdminFailure;
import dev.millrace.broker.declared.ClusterConnection;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicLookTest {

    /** Or what follows a batch that comes too early for a new partition would be taken first. */
    private static final Map<String, Object> ONE_AFTER_THE_OTHER =
            Map.of(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);

    @TempDir
    static Path folder;

    private static KafkaNode node;
    private static TestClient client;
    private static KafkaProducer<String, String> producer;
    private static TopicLook look;

    @BeforeAll
    static void startNode() throws IOException {
        node = KafkaNode.start(Nodes.in(folder));
        client = new TestClient(node.connection());
        var cluster = new ClusterConnection(node.connection());
        producer =
                new KafkaProducer<>(cluster.with(ONE_AFTER_THE_OTHER), new StringSerializer(), new StringSerializer());
        look = new TopicLook(client.admin(), new NewestRecords(cluster));
    }

    @AfterAll
    static void stopNode() throws IOException {
        producer.close();
        client.close();
        node.close();
    }

    @Test
    void findsTheHotKey() throws Exception {
        create("hot");
        IntStream.range(0, 200).forEach(key -> send("hot", "key-" + key));
        IntStream.range(0, 800).forEach(_ -> send("hot", "hot"));
        producer.flush();
        var skew = look.at("hot", 24, 4000);
        assertThat(skew.records()).isEqualTo(1000);
        assertThat(skew.sampled()).isEqualTo(1000);
        assertThat(skew.keys().getFirst()).satisfies(hottest -> {
            assertThat(hottest.key()).isEqualTo("hot");
            assertThat(hottest.share()).isEqualTo(0.8);
            assertThat(skew.partitions().get(hottest.partition()).hot()).isTrue();
        });
        assertThat(skew.partitions())
                .hasSize(4)
                .allSatisfy(partition -> assertThat(partition.bytes()).isPositive());
        assertThat(skew.spreads()).extracting(Spread::keysElsewhere).first().isEqualTo(0);
        assertThat(skew.outlook()).contains("the key hot alone has 80%");
    }

    @Test
    void looksAtNoMoreThanItMay() throws Exception {
        create("long");
        IntStream.range(0, 1000).forEach(key -> send("long", "key-" + key));
        producer.flush();
        var skew = look.at("long", null, 100);
        assertThat(skew.records()).isEqualTo(1000);
        assertThat(skew.sampled()).isEqualTo(100);
        assertThat(skew.spreads()).extracting(Spread::partitions).containsExactly(4, 8);
    }

    @Test
    void countsRecordsWithoutKeyApart() throws Exception {
        create("plain");
        IntStream.range(0, 200).forEach(_ -> send("plain", null));
        producer.flush();
        var skew = look.at("plain", null, 4000);
        assertThat(skew.withoutKey()).isEqualTo(1);
        assertThat(skew.keys()).isEmpty();
    }

    @Test
    void comesToAnEndAtMarkersOfTransactions() throws Exception {
        create("transactional");
        client.sendAndCommit("transactional", "one");
        client.sendAndAbort("transactional", "two");
        var skew = look.at("transactional", null, 4000);
        assertThat(skew.records()).isEqualTo(4);
        assertThat(skew.sampled()).isEqualTo(2);
    }

    @Test
    void seesWhereEveryPartitionEnds() throws Exception {
        create("ends");
        client.send("ends", "one", "two");
        var ends = new EndOffsets(client.admin()).now();
        ends.keySet().removeIf(partition -> !partition.topic().equals("ends"));
        assertThat(ends).hasSize(4);
        assertThat(ends.values().stream().mapToLong(end -> end).sum()).isEqualTo(2);
    }

    @Test
    void looksAtAnEmptyTopic() throws Exception {
        create("empty");
        assertThat(look.at("empty", null, 100).verdict()).isEqualTo("Too few records to tell (0).");
    }

    @Test
    void saysThatThereIsNoSuchTopic() {
        assertThatThrownBy(() -> look.at("missing", null, 100))
                .isInstanceOf(AdminFailure.class)
                .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    private static void send(String topic, @Nullable String key) {
        producer.send(new ProducerRecord<>(topic, key, "value"));
    }

    private static void create(String topic) throws Exception {
        client.create(new NewTopic(topic, Optional.of(4), Optional.empty()));
    }
}
