package dev.millrace.broker.alerts;

import static dev.millrace.alerts.AlertState.FIRING;
import static dev.millrace.alerts.AlertState.RESOLVED;
import static dev.millrace.contracts.Topics.PLATFORM_ALERTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.alerts.Alert;
import dev.millrace.alerts.AlertState;
import dev.millrace.alerts.Severity;
import dev.millrace.broker.declared.ClusterConnection;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import dev.millrace.broker.node.TestClient;
import dev.millrace.contracts.avro.AvroSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopicTest {

    private static final Concern STOPPED =
            new Concern("group-stands-still", "readers", Severity.CRITICAL, "Nobody is in it.");

    @TempDir
    static Path folder;

    private static KafkaNode node;

    private final AvroSerdes serdes = AvroSerdes.standalone();

    @BeforeAll
    static void startNode() throws IOException {
        node = KafkaNode.start(Nodes.in(folder));
    }

    @AfterAll
    static void stopNode() throws IOException {
        node.close();
    }

    @Test
    void tellsWhatIsWrongAndWhoeverTakesOverThatItHasPassed() throws Exception {
        var first = topic();
        first.report(List.of(STOPPED)); // there is no topic yet
        try (var client = new TestClient(node.connection())) {
            client.create(PLATFORM_ALERTS);
        }
        first.report(List.of(STOPPED));
        first.report(List.of(STOPPED));
        assertThat(told()).containsExactly(FIRING);
        var second = topic();
        second.report(List.of(STOPPED));
        second.report(List.of());
        assertThat(told()).containsExactly(FIRING, RESOLVED);
        first.handOver();
        first.report(List.of());
        assertThat(told()).containsExactly(FIRING, RESOLVED);
    }

    private AlertTopic topic() {
        return new AlertTopic(new ClusterConnection(node.connection()), serdes);
    }

    private List<AlertState> told() {
        var settings = new ClusterConnection(node.connection()).with(Map.of());
        var states = new ArrayList<AlertState>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), serdes.deserializer())) {
            var partition = new TopicPartition(PLATFORM_ALERTS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> states.add(((Alert) found.value()).getState()));
            }
        }
        return states;
    }
}
