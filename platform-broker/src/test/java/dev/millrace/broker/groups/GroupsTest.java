package dev.millrace.broker.groups;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        client = new TestClient(node.connection());
        unread = new UnreadRecords(connection());
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
            assertThat(group("attending").membership().members()).isEqualTo(1);
        }
        await().atMost(ofSeconds(30))
                .until(() -> group("attending").membership().members() == 0);
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

    @ParameterizedTest
    @EnumSource
    void leaveOutAGroupThatWasDeletedSinceItWasListed(Kind kind) throws Exception {
        assertThat(groups().now(kind, List.of("deleted"))).isEmpty();
    }

    @Test
    void spoilNoLookByAGroupThatWasDeletedSinceItWasListed() throws Exception {
        client.create("outlived");
        client.send("outlived", "one");
        commit("alive", "outlived", 0);
        assertThat(groups().now(Kind.CONSUMER, List.of("deleted", "alive")))
                .extracting(Group::name)
                .containsExactly("alive");
    }

    @Test
    void endALookThatIsUnderWayWhenTheyAreClosed() throws Exception {
        client.create("closing");
        client.send("closing", "one");
        var committed = Map.of(new TopicPartition("closing", 0), new Commit(0, false));
        var closed = new UnreadRecords(connection());
        try (var looks = Executors.newSingleThreadExecutor()) {
            var started = new CountDownLatch(1);
            var look = looks.submit(() -> {
                while (true) {
                    closed.positions(committed, RetentionLimits.NONE);
                    started.countDown();
                }
            });
            started.await();
            closed.close();
            assertThatThrownBy(look::get).hasCauseInstanceOf(WakeupException.class);
        }
    }

    @Test
    void seeForHowLongAnUnreadRecordIsSafe() throws Exception {
        create("kept", Map.of("retention.ms", "600000"));
        client.send("kept", "one");
        commit("late", "kept", 0);
        assertThat(position("late", "kept").safeFor()).isBetween(ofSeconds(500), ofSeconds(600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanup.policy=compact", "retention.ms=-1"})
    void seeThatAgeNeverDeletesARecord(String setting) throws Exception {
        var topic = setting.replace('=', '.');
        create(topic, Map.of(setting.split("=", -1)[0], setting.split("=", -1)[1]));
        try (var producer = new KafkaProducer<>(connection(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
        commit("late", topic, 0);
        assertThat(position("late", topic).lag()).isEqualTo(1);
        assertThat(position("late", topic).safeFor()).isNull();
        assertThat(position("late", topic).keeps()).isNull();
    }

    @Test
    void seeHowManyOffsetsAPartitionKeeps() throws Exception {
        create("small", Map.of("retention.bytes", "1000000"));
        client.send("small", "one", "two", "three", "four");
        commit("late", "small", 1);
        var partition = new TopicPartition("small", 0);
        var size = client.admin().describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                .flatMap(broker -> broker.values().stream())
                .map(folder -> folder.replicaInfos().get(partition))
                .mapToLong(copy -> requireNonNull(copy).size())
                .sum();
        assertThat(position("late", "small").keeps()).isEqualTo(4_000_000 / size);
    }

    @Test
    void seeThatAGroupRebalances() throws Exception {
        client.create("contended");
        client.send("contended", "one");
        try (var silent = consumer("contending", "classic");
                var newcomer = consumer("contending", "classic")) {
            silent.subscribe(List.of("contended"));
            await().atMost(ofSeconds(30))
                    .until(() -> !silent.poll(ofMillis(100)).isEmpty());
            silent.commitSync();
            assertThat(group("contending").membership().owners()).containsOnlyKeys(new TopicPartition("contended", 0));
            assertThat(group("contending").membership().rebalances()).isFalse();
            newcomer.subscribe(List.of("contended"));
            await().atMost(ofSeconds(30)).until(() -> {
                newcomer.poll(ofMillis(100));
                return group("contending").membership().rebalances();
            });
        }
    }

    @Test
    void seeWhereAShareGroupIs() throws Exception {
        client.create("shared");
        client.admin()
                .incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.GROUP, "sharing"),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                .all()
                .get();
        client.send("shared", "one", "two", "three");
        try (var consumer =
                new KafkaShareConsumer<>(sharing("sharing"), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("shared"));
            await().atMost(ofSeconds(30))
                    .until(() -> !consumer.poll(ofMillis(100)).isEmpty());
            consumer.commitSync();
            await().atMost(ofSeconds(30))
                    .until(() -> position("sharing", "shared").lag() == 0);
            client.send("shared", "four");
            await().atMost(ofSeconds(30)).until(() -> {
                consumer.poll(ofMillis(100));
                consumer.commitSync();
                return position("sharing", "shared").committed() >= 3;
            });
            var membership = group("sharing").membership();
            assertThat(membership.kind()).isEqualTo(Kind.SHARE);
            assertThat(membership.members()).isEqualTo(1);
            assertThat(membership.owners()).containsOnlyKeys(new TopicPartition("shared", 0));
        }
        client.send("shared", "five");
        await().atMost(ofSeconds(30)).until(() -> position("sharing", "shared").lag() > 0);
        assertThat(group("sharing").membership().members()).isZero();
    }

    private static void create(String topic, Map<String, String> settings) throws Exception {
        client.create(new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings));
    }

    private static Map<String, Object> connection() {
        return node.connection();
    }

    private static Map<String, Object> sharing(String group) {
        return with(Map.of("group.id", group));
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
        var settings = with(Map.of(
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

    private static Map<String, Object> with(Map<String, Object> others) {
        var settings = new HashMap<>(node.connection());
        settings.putAll(others);
        return settings;
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
