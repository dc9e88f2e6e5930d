package dev.millrace.logs.filing;

import static dev.millrace.local.engines.Engine.ELASTICSEARCH;
import static dev.millrace.logs.Api.patiently;
import static dev.millrace.logs.OnEngines.ENGINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.millrace.logs.Api;
import dev.millrace.logs.Line;
import dev.millrace.logs.LogTopic;
import dev.millrace.logs.OnEngines;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnEngines
class FilingTest {

    private final String instance = UUID.randomUUID().toString();

    @Autowired
    private LogTopic topic;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    @Test
    void filesEachLineOnceHoweverOftenItIsDelivered() throws Exception {
        topic.write(Line.some(instance, 20_000));
        topic.write(Line.some(instance, 100));
        topic.write(Stream.of(Line.of(instance, 20_001, "INFO", "Last").json()));

        patiently().untilAsserted(() -> assertThat(api.linesOf(instance)).isEqualTo(Map.entry(20_001L, 20_001L)));
        patiently().until(() -> filed("duplicate") >= 100);
    }

    @Test
    void putsGarbageAsideAndGoesOn() throws Exception {
        var wrongType =
                Line.of(instance, 2, "INFO", "Wrong type").json().replace("\"sequence\":2", "\"sequence\":\"two\"");
        topic.write(Stream.of(
                Line.of(instance, 1, "INFO", "First").json(),
                "garbage " + instance,
                wrongType,
                Line.of(instance, 3, "INFO", "Ahead")
                        .at(Instant.now().plus(Duration.ofDays(9)))
                        .json(),
                Line.of(instance, 4, "INFO", "Last").json()));

        patiently().untilAsserted(() -> assertThat(api.linesOf(instance)).isEqualTo(Map.entry(2L, 4L)));
        patiently()
                .untilAsserted(() -> assertThat(topic.deadLetters())
                        .containsKey("garbage " + instance)
                        .hasEntrySatisfying(
                                wrongType, reason -> assertThat(reason).contains("event.sequence")));
    }

    @Test
    void letsGoOfLinesThatAreTooOld() throws Exception {
        var old = Line.of(instance, 1, "INFO", "Old").at(Instant.now().minus(Duration.ofDays(9)));

        topic.write(Stream.of(old.json(), Line.of(instance, 2, "INFO", "New").json()));

        patiently().untilAsserted(() -> assertThat(api.linesOf(instance)).isEqualTo(Map.entry(1L, 2L)));
        patiently().until(() -> filed("expired") >= 1);
    }

    @Test
    void filesALineThatIsPrettyPrinted() throws Exception {
        var line = Line.of(instance, 1, "INFO", "Pretty").json().replace(",\"", ",\n  \"");

        topic.write(Stream.of(line, Line.of(instance, 2, "INFO", "Plain").json()));

        patiently().untilAsserted(() -> assertThat(api.linesOf(instance)).isEqualTo(Map.entry(2L, 2L)));
    }

    @Test
    void losesNothingWhenElasticsearchIsKilled() throws Exception {
        topic.write(Line.some(instance, 1000));
        patiently()
                .untilAsserted(() -> assertThat(api.linesOf(instance).getKey()).isEqualTo(1000));

        ENGINES.kill(ELASTICSEARCH);
        topic.write(Line.some(instance, 5000).skip(1000));
        patiently().untilAsserted(() -> assertThat(api.status("/logs")).isEqualTo(SERVICE_UNAVAILABLE));
        assertThat(api.status("/actuator/health/readiness")).isEqualTo(SERVICE_UNAVAILABLE);
        assertThat(api.status("/actuator/health/liveness")).isEqualTo(OK);
        ENGINES.restart(ELASTICSEARCH);

        patiently().untilAsserted(() -> assertThat(api.linesOf(instance)).isEqualTo(Map.entry(5000L, 5000L)));
    }

    private double filed(String outcome) {
        return meters.get("millrace.logs.filed")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
