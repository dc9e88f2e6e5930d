package dev.millrace.broker;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.node.Nodes;
import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** Three brokers, each in a process and a folder of its own. */
final class BrokerCluster implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(120);
    static final List<Integer> NUMBERS = List.of(1, 2, 3);

    private final Path folder;
    private final Map<String, ?> others;
    private final @Nullable Network network;
    private final String clusterId = Uuid.randomUuid().toString();
    private final String nodePassword = Secret.random();
    private final Map<Integer, Map<String, Integer>> ports = new TreeMap<>();
    private final Map<Integer, BrokerProcess> brokers = new TreeMap<>();

    private BrokerCluster(Path folder, Map<String, ?> others, @Nullable Network network) {
        this.folder = folder;
        this.network = network;
        this.others = Map.copyOf(others);
        NUMBERS.forEach(number -> ports.put(
                number,
                Map.of(
                        "millrace.broker.port", Nodes.freePort(),
                        "millrace.broker.nodes-port", Nodes.freePort(),
                        "millrace.broker.controller-port", Nodes.freePort(),
                        "server.port", Nodes.freePort())));
    }

    static BrokerCluster start(Path folder) throws IOException {
        return start(folder, Map.of(), null);
    }

    /** With a network of its own for each broker, where that is given. */
    static BrokerCluster start(Path folder, Map<String, ?> settings, @Nullable Network network) throws IOException {
        var cluster = new BrokerCluster(folder, settings, network);
        // The first one makes the passwords that all of them share.
        for (var number : NUMBERS) {
            cluster.start(number);
        }
        NUMBERS.forEach(number -> awaitLogin(cluster.broker(number).awaitReady()));
        return cluster;
    }

    /** A broker may be ready a moment before it knows of users who were made a moment ago. */
    private static void awaitLogin(BrokerProcess broker) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (var client = new TestClient(broker.client("operator"))) {
                return !client.admin().describeCluster().nodes().get().isEmpty();
            }
        });
    }

    BrokerProcess start(int number) throws IOException {
        var settings = new HashMap<String, Object>(requireNonNull(ports.get(number)));
        settings.put("spring.profiles.active", "cluster");
        settings.put("millrace.broker.data-directory", folder.resolve("broker-" + number));
        settings.put("millrace.broker.node-id", number);
        settings.put("millrace.broker.cluster-id", clusterId);
        settings.put("millrace.broker.node-password", nodePassword);
        settings.put("millrace.broker.quorum", quorum());
        settings.putAll(others);
        settings.put("millrace.broker.host", host(number));
        settings.put("server.address", host(number));
        var inside = network == null ? List.<String>of() : network.inside(number);
        var broker = BrokerProcess.start(inside, folder, settings);
        brokers.put(number, broker);
        return broker;
    }

    private String quorum() {
        return NUMBERS.stream()
                .map(number ->
                        "%d@%s:%d".formatted(number, host(number), port(number, "millrace.broker.controller-port")))
                .collect(joining(","));
    }

    private String host(int number) {
        return network == null ? "127.0.0.1" : network.host(number);
    }

    private int port(int number, String name) {
        return requireNonNull(requireNonNull(ports.get(number)).get(name));
    }

    BrokerProcess broker(int number) {
        return requireNonNull(brokers.get(number));
    }

    static void awaitFullInSyncSets(TestClient client, String topic) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.admin().describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .allMatch(partition -> partition.isr().size() == NUMBERS.size()));
    }

    /** What a client needs to come in as one of the users. */
    Map<String, Object> client(String user) {
        var settings = new HashMap<>(broker(1).client(user));
        settings.put(
                "bootstrap.servers",
                NUMBERS.stream()
                        .map(number -> host(number) + ":" + port(number, "millrace.broker.port"))
                        .collect(joining(",")));
        return settings;
    }

    @Override
    public void close() {
        brokers.values().forEach(BrokerProcess::close);
    }
}
