package dev.millrace.broker.node;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.replica.RackAwareReplicaSelector;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class ClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final String clusterId = Uuid.randomUuid().toString();
    private final Map<Integer, Integer> controllerPorts = ports();
    private final Map<Integer, Integer> nodesPorts = ports();
    private final Map<Integer, KafkaNode> running = new TreeMap<>();

    private static Map<Integer, Integer> ports() {
        var ports = new HashMap<Integer, Integer>();
        IntStream.rangeClosed(1, 3).forEach(number -> ports.put(number, Nodes.freePort()));
        return ports;
    }

    @AfterEach
    void stop() {
        var ends = running.values().stream()
                .map(node -> later(() -> {
                    node.close();
                    return node;
                }))
                .toList();
        ends.forEach(CompletableFuture::join);
    }

    @Test
    void servesWhatItHoldsThreeTimesWithTwoNodes() throws Exception {
        start(Map.of(), 1, 2, 3);
        try (var client = client(1)) {
            create(client, "greetings");
            client.send("greetings", "one");
            stop(3);
            client.send("greetings", "two");
            assertThat(client.read("greetings", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void fillsADiskThatWasLostFromTheOthers() throws Exception {
        start(Map.of(), 1, 2, 3);
        try (var client = client(1)) {
            create(client, "greetings");
            client.send("greetings", "one", "two");
            var before = voters(client);
            stop(2);
            FileSystemUtils.deleteRecursively(folder.resolve("2"));
            start(Map.of("millrace.broker.join", true), 2);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(inSync(client, "greetings")).containsExactlyInAnyOrder(1, 2, 3);
                assertThat(voters(client).keySet()).isEqualTo(before.keySet());
                assertThat(voters(client).get(2)).isNotEqualTo(before.get(2));
            });
            create(client, "later"); // or the quorum might lose a node before it has agreed on the new voter
            stop(1);
        }
        try (var client = client(2)) {
            assertThat(client.read("greetings", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void givesUpAControllerAndTakesItBack() throws Exception {
        start(Map.of(), 1, 2, 3);
        try (var client = client(1)) {
            var third = requireNonNull(voters(client).get(3));
            stop(3);
            client.admin().removeRaftVoter(3, third).all().get();
            assertThat(voters(client)).containsOnlyKeys(1, 2);
            create(client, "greetings");
            start(Map.of(), 3);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(voters(client)).containsOnlyKeys(1, 2, 3));
        }
    }

    @Test
    void isReadWhereTheReaderIs() throws Exception {
        start(Map.of(), 1, 2, 3);
        try (var client = client(1)) {
            create(client, "greetings");
            client.send("greetings", "one");
            var near = leader(client, "greetings") % 3 + 1;
            try (var reader = reader(near)) {
                var partition = new TopicPartition("greetings", 0);
                reader.assign(List.of(partition));
                reader.seekToBeginning(List.of(partition));
                await().atMost(PATIENCE)
                        .until(() -> !reader.poll(Duration.ofMillis(100)).isEmpty());
                assertThat(readsFrom(reader)).isEqualTo(near);
            }
        }
    }

    private KafkaConsumer<String, String> reader(int rack) {
        var settings = new HashMap<>(requireNonNull(running.get(1)).connection());
        settings.put("client.rack", "rack-" + rack);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** The node that is not the leader and that the leader has sent the reader to. */
    private static Object readsFrom(KafkaConsumer<?, ?> reader) {
        return reader.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("preferred-read-replica"))
                .map(Metric::metricValue)
                .findFirst()
                .orElseThrow();
    }

    private static int leader(TestClient client, String topic) throws Exception {
        var description =
                client.admin().describeTopics(List.of(topic)).allTopicNames().get();
        return requireNonNull(description.get(topic))
                .partitions()
                .getFirst()
                .leader()
                .id();
    }

    @Test
    void consistsOfBrokersAndControllersApart() throws Exception {
        var quorum = Map.<String, Object>of(
                "millrace.broker.quorum", voter(1),
                "millrace.broker.kafka.default.replication.factor", "1",
                "millrace.broker.kafka.min.insync.replicas", "1",
                "millrace.broker.kafka.offsets.topic.replication.factor", "1");
        var controller = later(() -> start(1, with(quorum, "millrace.broker.roles", "controller")));
        var broker = later(() -> start(2, with(quorum, "millrace.broker.roles", "broker")));
        Stream.of(controller, broker).forEach(CompletableFuture::join);
        try (var client = client(2)) {
            client.create("greetings");
            client.send("greetings", "one");
            assertThat(client.read("greetings", 1)).containsExactly("one");
        }
        stop(2); // a broker hands over to its controller, and waits for minutes where there is none any more
    }

    @Test
    void keepsNodesOutThatDoNotKnowThePassword() throws Exception {
        start(Map.of(), 1, 2, 3);
        stop(3);
        var stranger = with(
                Map.of("millrace.broker.kafka.initial.broker.registration.timeout.ms", "3000"),
                "millrace.broker.node-password",
                "guessed");
        assertThatThrownBy(() -> start(stranger, 3)).hasRootCauseInstanceOf(RuntimeException.class);
        try (var client = client(1)) {
            assertThat(client.admin().describeCluster().nodes().get())
                    .extracting(Node::id)
                    .containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void refusesAQuorumWithoutASharedPassword() {
        assertThatThrownBy(() -> Nodes.in(folder, Map.of("millrace.broker.quorum", "1@127.0.0.1:9093")))
                .hasRootCauseMessage("a node of a quorum needs the cluster-id and the node-password of all its nodes");
        assertThatThrownBy(() -> Nodes.in(folder, Map.of("millrace.broker.quorum", "localhost")))
                .hasRootCauseMessage("localhost is no controller, such as 1@127.0.0.1:9093");
    }

    @Test
    void refusesTheFolderOfAnotherNode() throws Exception {
        start(Map.of(), 1, 2, 3);
        stop(3);
        assertThatThrownBy(() -> KafkaNode.start(settings(3, with(Map.of(), "millrace.broker.node-id", 4))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to node 3, this is node 4");
    }

    private void start(Map<String, Object> others, int... numbers) {
        var starts = IntStream.of(numbers)
                .mapToObj(number -> later(() -> start(number, others)))
                .toList();
        starts.forEach(CompletableFuture::join);
    }

    private KafkaNode start(int number, Map<String, Object> others) throws Exception {
        var node = KafkaNode.start(settings(number, others));
        synchronized (running) {
            running.put(number, node);
        }
        return node;
    }

    private void stop(int number) throws IOException {
        requireNonNull(running.remove(number)).close();
    }

    private TestClient client(int number) {
        return new TestClient(requireNonNull(running.get(number)).connection());
    }

    private NodeSettings settings(int number, Map<String, Object> others) {
        var all = new HashMap<String, Object>(Map.of(
                "millrace.broker.node-id",
                number,
                "millrace.broker.cluster-id",
                clusterId,
                "millrace.broker.node-password",
                "known to nodes",
                "millrace.broker.nodes-port",
                nodesPorts.get(number),
                "millrace.broker.controller-port",
                controllerPorts.get(number),
                "millrace.broker.quorum",
                Stream.of(1, 2, 3).map(this::voter).collect(joining(",")),
                "millrace.broker.kafka.default.replication.factor",
                "3",
                "millrace.broker.kafka.min.insync.replicas",
                "2",
                "millrace.broker.kafka.offsets.topic.replication.factor",
                "3"));
        all.put("millrace.broker.rack", "rack-" + number);
        all.put("millrace.broker.kafka.replica.selector.class", RackAwareReplicaSelector.class.getName());
        all.putAll(others);
        return Nodes.in(folder.resolve(String.valueOf(number)), all);
    }

    private String voter(int number) {
        return "%d@127.0.0.1:%d".formatted(number, controllerPorts.get(number));
    }

    private static void create(TestClient client, String topic) throws Exception {
        client.create(new NewTopic(topic, 1, (short) 3));
    }

    private static List<Integer> inSync(TestClient client, String topic) throws Exception {
        var description =
                client.admin().describeTopics(List.of(topic)).allTopicNames().get();
        return requireNonNull(description.get(topic)).partitions().getFirst().isr().stream()
                .map(Node::id)
                .toList();
    }

    private static Map<Integer, Uuid> voters(TestClient client) throws Exception {
        var voters = new TreeMap<Integer, Uuid>();
        client.admin().describeMetadataQuorum().quorumInfo().get().voters().stream()
                .forEach((ReplicaState voter) -> voters.put(voter.replicaId(), voter.replicaDirectoryId()));
        return voters;
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        var all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static <T> CompletableFuture<T> later(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofPlatform().start(task));
    }
}
