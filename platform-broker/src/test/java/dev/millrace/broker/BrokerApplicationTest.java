package dev.millrace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.node.TestClient;
import dev.millrace.contracts.Contracts;
import dev.millrace.contracts.TestRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerApplicationTest {

    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void isReadyWhenKafkaServesAndTheCatalogueHolds() throws Exception {
        try (var broker = BrokerProcess.start(folder).awaitReady()) {
            assertThat(broker.get("/actuator/health")).startsWith("200").contains("\"differences\":[]");
            assertThat(broker.get("/plan")).isEqualTo("200 []");
            assertThat(broker.get("/topics")).startsWith("200").contains("events.orders");
            assertThat(broker.get("/groups")).isEqualTo("200 []");
            assertThat(broker.get("/groups/nobody")).startsWith("404");
            assertThat(broker.get("/topics/events.orders/skew"))
                    .startsWith("200")
                    .contains("\"partitions\":24");
            assertThat(broker.get("/topics/nothing/skew")).startsWith("404").contains("There is no topic nothing.");
            assertThat(broker.get("/topics/events.orders/skew?partitions=0"))
                    .startsWith("400")
                    .contains("partitions is 0, and has to be from 1 to 10000.");
            assertThat(broker.get("/topics/events.orders/skew?records=many"))
                    .startsWith("400")
                    .contains("'records' with value: 'many'");
            assertThat(broker.get("/actuator/prometheus")).startsWith("200").contains("jvm_memory_used_bytes");
            assertThat(broker.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(broker.output()).contains("Kafka stopped").doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatAGroupHasStoppedAndThatItGoesOn() throws Exception {
        try (var registry = new TestRegistry(Contracts.schemas());
                var broker = BrokerProcess.start(folder, oftenEnough(registry)).awaitReady();
                var client = new TestClient(broker.client("operator"))) {
            client.send("events.orders", "one");
            client.read("events.orders", 1, "readers");
            client.send("events.orders", "two");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(broker.get("/groups/readers"))
                            .contains("\"state\":\"STOP\"", "\"lag\":1", "Nobody is in the group"));
            assertThat(broker.get("/actuator/prometheus")).contains("millrace_group_lag{group=\"readers\"");
            awaitAlerts(client, 1);
            client.read("events.orders", 1, "readers");
            awaitAlerts(client, 2);
        }
    }

    private static Map<String, Object> oftenEnough(TestRegistry registry) {
        return Map.of(
                "millrace.schema-registry.url",
                registry.url(),
                "millrace.groups.poll-every",
                "200ms",
                "millrace.groups.polls",
                3);
    }

    private static void awaitAlerts(TestClient client, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(client.readCommitted("alerts.platform"))
                        .hasSize(count)
                        .allMatch(alert -> alert.contains("readers events.orders-")));
    }

    @Test
    void tellsWhoWasNotLetInAndWhatWasRefused() throws Exception {
        try (var broker = BrokerProcess.start(folder).awaitReady();
                var stranger = new TestClient(Logins.client(broker.address(), "order-service", "wrong"));
                var client = new TestClient(broker.client("user-service"))) {
            assertThatThrownBy(() -> stranger.create("events.mine"))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
            assertThatThrownBy(() -> client.send("events.orders", "mine"))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(broker.output())
                            .contains("Failed authentication with /127.0.0.1")
                            .contains("Principal = User:user-service is Denied operation = DESCRIBE"));
        }
    }

    @Test
    void tellsThatATopicIsGoneAndServesTheOthers() throws Exception {
        try (var broker = BrokerProcess.start(folder).awaitReady();
                var client = new TestClient(broker.client("operator"))) {
            client.admin().deleteTopics(List.of("results.orders")).all().get();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(broker.get("/actuator/health"))
                            .startsWith("503")
                            .contains("results.orders is missing"));
            assertThat(broker.get("/actuator/health/readiness")).startsWith("200");
        }
    }

    @Test
    void refusesACatalogueItCannotRead() throws Exception {
        Files.writeString(folder.resolve("topics.yml"), "topics: [");
        assertRefused("expected the node content", Map.of("millrace.declared.folder", folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"millrace.broker.port", "server.port"})
    void refusesAPortThatIsTaken(String setting) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = taken.getLocalPort();
            assertRefused(String.valueOf(port), Map.of(setting, port));
        }
    }

    @Test
    void refusesASettingThatMakesNoSense() throws Exception {
        assertRefused("millrace.broker.port", Map.of("millrace.broker.port", 70_000));
    }

    @Test
    void endsWhenKafkaGivesUp() throws Exception {
        try (var broker = BrokerProcess.start(KafkaGivesUp.class, folder)) {
            assertThat(broker.exitCode()).isEqualTo(1);
            assertThat(broker.output()).contains("Kafka gave up").contains("all log dirs have failed");
        }
    }

    private void assertRefused(String reason, Map<String, ?> settings) throws IOException, InterruptedException {
        try (var broker = BrokerProcess.start(folder, settings)) {
            assertThat(broker.exitCode()).isEqualTo(1);
            assertThat(broker.output())
                    .contains("APPLICATION FAILED TO START", reason)
                    .doesNotContain("\tat ");
        }
    }
}
