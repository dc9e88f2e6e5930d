package dev.millrace.broker.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaNodeTest {

    @TempDir
    Path folder;

    @Test
    void servesWhatWasWrittenBeforeItWasStopped() throws Exception {
        var settings = Nodes.in(folder);
        try (var node = KafkaNode.start(settings);
                var client = new TestClient(node.connection())) {
            client.create("greetings");
            client.send("greetings", "one", "two");
        }
        try (var node = KafkaNode.start(settings);
                var client = new TestClient(node.connection())) {
            client.send("greetings", "three");
            assertThat(client.read("greetings", 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void servesItsDataOnOtherPorts() throws Exception {
        try (var node = KafkaNode.start(Nodes.in(folder));
                var client = new TestClient(node.connection())) {
            client.create("greetings");
            client.send("greetings", "one");
        }
        try (var node = KafkaNode.start(Nodes.in(folder));
                var client = new TestClient(node.connection())) {
            assertThat(client.read("greetings", 1)).containsExactly("one");
        }
    }

    @Test
    void hidesATransactionUntilItIsCommitted() throws Exception {
        try (var node = KafkaNode.start(Nodes.in(folder));
                var client = new TestClient(node.connection())) {
            client.create("greetings");
            client.sendAndAbort("greetings", "never");
            client.sendAndCommit("greetings", "one", "two");
            assertThat(client.read("greetings", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void refusesTheDataOfAnotherNode() throws Exception {
        KafkaNode.start(Nodes.in(folder)).close();
        assertRefused(Map.of("millrace.broker.node-id", 2), "belongs to node 1, this is node 2");
    }

    @Test
    void refusesTheDataOfAnotherCluster() throws Exception {
        KafkaNode.start(Nodes.in(folder, Map.of("millrace.broker.cluster-id", "AAAAAAAAAAAAAAAAAAAAAA")))
                .close();
        assertRefused(
                Map.of("millrace.broker.cluster-id", "BBBBBBBBBBBBBBBBBBBBBB"),
                "belongs to cluster AAAAAAAAAAAAAAAAAAAAAA, this node to cluster BBBBBBBBBBBBBBBBBBBBBB");
    }

    @Test
    void refusesAFolderThatAnotherNodeUses() throws Exception {
        try (var _ = KafkaNode.start(Nodes.in(folder))) {
            assertRefused(Map.of(), "is in use by another node");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = taken.getLocalPort();
            assertRefused(Map.of("millrace.broker.port", port), "Port %d of 127.0.0.1".formatted(port));
            assertRefused(Map.of("millrace.broker.nodes-port", port), "Port %d of 127.0.0.1".formatted(port));
            assertRefused(Map.of("millrace.broker.controller-port", port), "Port %d of 127.0.0.1".formatted(port));
        }
    }

    @Test
    void refusesASettingThatKafkaDoesNotAccept() {
        assertRefused(Map.of("millrace.broker.kafka.num.io.threads", "0"), "num.io.threads");
    }

    @Test
    void refusesToUseOnePortTwice() {
        assertThatThrownBy(() ->
                        Nodes.in(folder, Map.of("millrace.broker.port", 9092, "millrace.broker.controller-port", 9092)))
                .rootCause()
                .hasMessageContaining("port, nodes-port and controller-port are 9092,");
    }

    @Test
    void letsGoOfTheFolderWhenItDoesNotStart() throws Exception {
        assertRefused(Map.of("millrace.broker.kafka.num.io.threads", "0"), "num.io.threads");
        KafkaNode.start(Nodes.in(folder)).close();
    }

    private void assertRefused(Map<String, Object> settings, String reason) {
        assertThatThrownBy(() -> KafkaNode.start(Nodes.in(folder, settings)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(reason);
    }
}
