package dev.millrace.broker.groups;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.groups.Groups.Group;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {

    @TempDir
    static Path folder;

    private static KafkaNode node;
    private static TestClient client;

    @BeforeAll
    static void startNode() throws IOException {
        node = KafkaNode.start(Nodes.in(folder));
        client = new TestClient(node.connection());
    }

    @AfterAll
    static void stopNode() throws IOException {
        client.close();
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void seeWhatAGroupHasNotRead(String protocol) throws Exception {
        client.create(protocol);
        client.send(protocol, "one", "two", "three");
        commit(protocol, protocol, 1);
        var position = position(protocol, protocol);
        assertThat(position.lag()).isEqualTo(2);
        assertThat(position.timeLag()).isBetween(ofMillis(0), ofSeconds(60));
    }

    @Test
    void seeNothingUnreadInMarkersOfTransactions() throws Exception {
        client.create("transactional");
        client.sendAndCommit("transactional", "one");
        client.sendAndAbort("transactional", "never to be seen");
        commit("reader", "transactional", 1);
        assertThat(position("reader", "transactional").end()).isGreaterThan(1);
        assertThat(position("reader", "transactional").lag()).isZero();
    }

    @Test
    void countTheMembersOfAGroup() throws Exception {
        client.create("attended");
        client.send("attended", "one");
        try (var consumer = consumer("attending", "consumer")) {
            consumer.subscribe(List.of("attended"));
            await().atMost(ofSeconds(30))
                    .until(() -> !consumer.poll(ofMillis(100)).isEmpty());
            consumer.commitSync();
            assertThat(group("attending").members()).isEqualTo(1);
        }
        await().atMost(ofSeconds(30)).until(() -> group("attending").members() == 0);
    }

    private static void commit(String group, String topic, long offset) {
        var protocol = group.equals("consumer") ? "consumer" : "classic";
        try (var consumer = consumer(group, protocol)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
        }
    }

    private static KafkaConsumer<String, String> consumer(String group, String protocol) {
        var settings = new HashMap<>(node.connection());
        settings.putAll(Map.of(
                "group.id",
                group,
                "group.protocol",
                protocol,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Position position(String group, String topic) throws Exception {
        return requireNonNull(group(group).positions().get(new TopicPartition(topic, 0)));
    }

    private static Group group(String name) throws Exception {
        return new Groups(client.admin(), node.connection())
                .now().stream()
                        .filter(group -> group.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
