package dev.millrace.logs.reading;

import static dev.millrace.logs.Api.messages;
import static dev.millrace.logs.Api.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import dev.millrace.logs.Api;
import dev.millrace.logs.Line;
import dev.millrace.logs.LogTopic;
import dev.millrace.logs.OnEngines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnEngines
class LogsTest {

    private final String service = "service-" + UUID.randomUUID();

    @Autowired
    private LogTopic topic;

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    @Test
    void showsTheLinesOfAServiceNewestFirst() throws Exception {
        write(line(9, "INFO", "Nine"), line(10, "INFO", "Ten"), line(11, "INFO", "Eleven"));

        patiently()
                .untilAsserted(() -> assertThat(api.messages("/logs?service={s}", service))
                        .containsExactly("Eleven", "Ten", "Nine"));
    }

    @Test
    void showsALevelAndThoseAbove() throws Exception {
        write(line(1, "DEBUG", "Debug"), line(2, "INFO", "Info"), line(3, "WARN", "Warn"), line(4, "ERROR", "Error"));

        patiently()
                .untilAsserted(() -> assertThat(api.messages("/logs?service={s}&level=warn", service))
                        .containsExactly("Error", "Warn"));
        assertThat(api.messages("/logs?service={s}&level=TRACE", service)).hasSize(4);
    }

    @Test
    void findsWordsOfAMessage() throws Exception {
        write(line(1, "INFO", "The order was placed"), line(2, "INFO", "The order was paid"));

        patiently()
                .untilAsserted(() -> assertThat(api.messages("/logs?service={s}&q=paid order", service))
                        .containsExactly("The order was paid"));
    }

    @Test
    void cutsATimeOut() throws Exception {
        var noon = Instant.now().minusSeconds(3600);
        write(
                line(1, "INFO", "Before").at(noon.minusMillis(1)),
                line(2, "INFO", "First").at(noon),
                line(3, "INFO", "After").at(noon.plusSeconds(60)));

        patiently()
                .untilAsserted(() ->
                        assertThat(api.messages("/logs?service={s}", service)).hasSize(3));
        assertThat(api.messages("/logs?service={s}&from={f}&to={t}", service, noon, noon.plusSeconds(60)))
                .containsExactly("First");
    }

    @Test
    void pagesThroughAllLinesOnce() throws Exception {
        var at = Instant.now();
        write(IntStream.rangeClosed(1, 25)
                .mapToObj(i -> line(i, "INFO", "Line " + i).at(at))
                .toArray(Line[]::new));
        patiently()
                .untilAsserted(() ->
                        assertThat(api.messages("/logs?service={s}", service)).hasSize(25));

        var seen = new ArrayList<String>();
        var page = api.get("/logs?service={s}&limit=10", service);
        seen.addAll(messages(page));
        while (page.hasNonNull("next")) {
            page = api.get(
                    "/logs?service={s}&limit=10&cursor={c}",
                    service,
                    page.required("next").asString());
            seen.addAll(messages(page));
        }

        assertThat(seen)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("Line 25", "Line 24")
                .endsWith("Line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/logs?from=yesterday",
                "/logs?to=2010-13-01T00:00:00Z",
                "/logs?level=loud",
                "/logs?limit=0",
                "/logs?cursor=nonsense"
            })
    void refusesQuestionsThatMakeNoSense(String uri) {
        assertThat(api.status(uri)).isEqualTo(BAD_REQUEST);
    }

    private Line line(long sequence, String level, String message) {
        return Line.of(service, sequence, level, message).by(service);
    }

    private void write(Line... lines) throws Exception {
        topic.write(Stream.of(lines).map(Line::json));
    }
}
