package dev.millrace.broker;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.node.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMetricsTest {

    /** Made by Prometheus itself, and by parts of the platform that need what this test has not: certificates and old records. */
    private static final Set<String> FROM_ELSEWHERE =
            Set.of("up", "millrace_certificate_expires_seconds", "millrace_group_loss_seconds");

    @TempDir
    static Path folder;

    private static BrokerProcess broker;
    private static TestClient client;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = BrokerProcess.start(folder, Map.of("millrace.skew.poll-every", "1s", "millrace.skew.least-records", 1))
                .awaitReady();
        client = new TestClient(broker.client("operator"));
    }

    @AfterAll
    static void stopBroker() {
        client.close();
        broker.close();
    }

    @Test
    void countWhatATopicTakesUntilItIsDeleted() throws Exception {
        var messages = "kafka_server_brokertopicmetrics_messagesin_total{topic=\"counted\"}";
        var end = "kafka_log_log_logendoffset{partition=\"0\",topic=\"counted\"}";
        client.create("counted");
        client.send("counted", "one", "two");
        assertThat(scrape()).contains(messages + " 2.0", end + " 2.0");
        client.send("counted", "three");
        assertThat(scrape()).contains(messages + " 3.0", end + " 3.0");
        client.admin().deleteTopics(List.of("counted")).all().get();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scrape()).doesNotContain("topic=\"counted\""));
    }

    @Test
    void tellHowLongRequestsTake() throws Exception {
        client.send("events.orders", "one");
        assertThat(scrape())
                .contains(
                        "kafka_network_requestmetrics_totaltimems{request=\"Produce\",quantile=\"0.99\"}",
                        "kafka_network_requestmetrics_totaltimems_count{request=\"Produce\"}",
                        "kafka_network_requestmetrics_localtimems_sum{request=\"Produce\"}",
                        "kafka_network_requestmetrics_errors_total{error=\"NONE\",request=\"Produce\"}")
                .doesNotContain("request=\"AlterReplicaLogDirs\"");
    }

    @Test
    void tellOfTheQuorumAndOfConnections() throws IOException {
        assertThat(scrape())
                .contains(
                        "kafka_server_raft_metrics_current_state_info{state=\"leader\"} 1",
                        "kafka_server_raft_metrics_current_leader 1.0",
                        "kafka_server_raft_metrics_high_watermark",
                        "kafka_server_broker_metadata_metrics_last_applied_record_offset",
                        "kafka_controller_kafkacontroller_lastcommittedrecordoffset",
                        "kafka_controller_kafkacontroller_activecontrollercount 1.0",
                        "kafka_server_group_coordinator_metrics_consumer_group_count{state=\"Stable\"}",
                        "kafka_server_socket_server_metrics_connection_count{listener=\"CLIENTS\",networkProcessor=\"0\"}",
                        "kafka_server_socket_server_metrics_failed_authentication_total{listener=\"CLIENTS\"",
                        "kafka_server_delayedoperationpurgatory_purgatorysize{delayedOperation=\"Fetch\"}",
                        "kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent",
                        "kafka_network_socketserver_networkprocessoravgidlepercent",
                        "disk_free_bytes{path=\"" + folder.resolve("data"))
                .doesNotContain("clientSoftwareName");
    }

    @Test
    void areAllThatAlertsRestOn() throws Exception {
        client.create("watched");
        client.send("watched", "one");
        client.read("watched", 1, "watchers");
        var used = Alerts.read().metrics();
        used.removeAll(FROM_ELSEWHERE);
        assertThat(used).hasSizeGreaterThan(10);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            client.send("events.orders", "one more");
            assertThat(exposed()).containsAll(used);
        });
    }

    private static Set<String> exposed() throws IOException {
        return Pattern.compile("^([a-z0-9_]+)[{ ]", Pattern.MULTILINE)
                .matcher(scrape())
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }

    private static String scrape() throws IOException {
        var answer = broker.get("/actuator/prometheus");
        assertThat(answer).as(broker::output).startsWith("200 ");
        return answer.substring("200 ".length());
    }
}
