package dev.millrace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.node.Nodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlRoleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void passesToTheNextBrokerWhenTheOneThatHasItDies() throws Exception {
        try (var cluster = BrokerCluster.start(folder)) {
            assertThat(cluster.broker(1).get("/groups")).startsWith("200");
            assertThat(cluster.broker(2).get("/groups")).startsWith("503").contains("standby");
            // It may have been the first that was up, and finds out at its next look that it is not alone.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(cluster.broker(2).get("/actuator/prometheus"))
                            .contains("millrace_drift{of=\"topics\"} NaN"));
            cluster.broker(1).kill();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(cluster.broker(2).get("/groups")).startsWith("200"));
            assertThat(cluster.broker(3).get("/groups")).startsWith("503");
        }
    }

    @Test
    void isNeverThatOfAControllerAlone() throws Exception {
        var port = Nodes.freePort();
        var quorum = Map.<String, Object>of(
                "millrace.broker.quorum", "1@127.0.0.1:" + port,
                "millrace.broker.cluster-id", Uuid.randomUuid(),
                "millrace.broker.node-password", Secret.random());
        var controller = new HashMap<>(quorum);
        controller.put("millrace.broker.roles", "controller");
        controller.put("millrace.broker.controller-port", port);
        controller.put("millrace.broker.data-directory", folder.resolve("controller"));
        var broker = new HashMap<>(quorum);
        broker.put("millrace.broker.roles", "broker");
        broker.put("millrace.broker.node-id", 2);
        try (var first = BrokerProcess.start(folder, controller);
                var second = BrokerProcess.start(folder, broker)) {
            first.awaitReady();
            second.awaitReady();
            assertThat(first.get("/groups")).startsWith("404");
            assertThat(second.get("/groups")).startsWith("200");
            assertThat(second.get("/plan")).isEqualTo("200 []");
        }
    }
}
