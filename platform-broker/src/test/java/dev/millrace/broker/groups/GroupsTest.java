package dev.millrace.broker.groups;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.groups.Groups.Group;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
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
    private static UnreadRecords unread;

    @BeforeAll
    static void startNode() throws IOException {
        node = KafkaNode.start(Nodes.in(folder));
        client = new TestClient(node.address());
        unread = new UnreadRecords(Map.of("bootstrap.servers", node.address()));
    }

    @AfterAll
    static void stopNode() throws IOException {
        unread.close();
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

    @Test
    void lookAgainAtWhatWasLookedAtBefore() throws Exception {
        client.create("seen");
        client.send("seen", "one", "two");
        commit("slow", "seen", 0);
        commit("fast", "seen", 1);
        for (var _ : List.of("first look", "second look")) {
            assertThat(position("slow", "seen").lag()).isEqualTo(2);
            assertThat(position("fast", "seen").lag()).isEqualTo(1);
        }
    }

    @Test
    void leaveOutAGroupThatWasDeletedSinceItWasListed() throws Exception {
        client.create("outlived");
        client.send("outlived", "one");
        commit("alive", "outlived", 0);
        assertThat(groups().now(List.of("deleted", "alive")))
                .extracting(Group::name)
                .containsExactly("alive");
    }

    @Test
    void endALookThatIsUnderWayWhenTheyAreClosed() throws Exception {
        client.create("closing");
        client.send("closing", "one");
        var committed = Map.of(new TopicPartition("closing", 0), new OffsetAndMetadata(0));
        var closed = new UnreadRecords(Map.of("bootstrap.servers", node.address()));
        try (var looks = Executors.newSingleThreadExecutor()) {
            var started = new CountDownLatch(1);
            var look = looks.submit(() -> {
                while (true) {
                    closed.positions(committed);
                    started.countDown();
                }
            });
            started.await();
            closed.close();
            assertThatThrownBy(look::get).hasCauseInstanceOf(WakeupException.class);
        }
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
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        node.address(),
                        "group.id",
                        group,
                        "group.protocol",
                        protocol,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static Position position(String group, String topic) throws Exception {
        return requireNonNull(group(group).positions().get(new TopicPartition(topic, 0)));
    }

    private static Group group(String name) throws Exception {
        return groups().now().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Groups groups() {
        return new Groups(client.admin(), unread);
    }
}
