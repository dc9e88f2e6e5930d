package dev.millrace.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The connector, run inside the test. */
final class Connector implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ConfigurableApplicationContext context;

    private final String capture;

    private Connector(ConfigurableApplicationContext context, String capture) {
        this.context = context;
        this.capture = capture;
    }

    static Connector start(TestEngines engines, String capture, String... more) {
        var arguments = Stream.concat(arguments(engines, capture).stream(), Stream.of(more));
        return start(arguments.toList(), capture);
    }

    /** @param capture the one that is asked about */
    static Connector start(List<String> arguments, String capture) {
        var context = SpringApplication.run(CdcConnectorApplication.class, arguments.toArray(String[]::new));
        return new Connector(context, capture);
    }

    static List<String> arguments(TestEngines engines, String capture) {
        var database = engines.database("users", "cdc_connector");
        var settings = Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("millrace.logs.enabled", "false"),
                Map.entry("spring.kafka.bootstrap-servers", engines.kafka()),
                Map.entry("millrace.kafka.password", engines.kafkaPasswordOf("cdc-connector")),
                Map.entry("millrace.schema-registry.url", engines.schemaRegistry()),
                Map.entry("millrace.cdc.captures.users.name", capture),
                Map.entry("millrace.cdc.captures.users.slot", CapturedTable.slotOf(capture)),
                Map.entry("millrace.cdc.captures.users.database.url", database.url()),
                Map.entry("millrace.cdc.captures.users.database.username", database.username()),
                Map.entry("millrace.cdc.captures.users.database.password", database.password()));
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    Connector untilItCaptures() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(Status.UP));
        return this;
    }

    void untilItIsDownBecause(String reason) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health().getDetails().get("reason")).asString().contains(reason);
        });
    }

    Health health() {
        return healthOf(capture);
    }

    Health healthOf(String capture) {
        var captures = context.getBean("captureHealthContributor", CompositeHealthContributor.class);
        var indicator = (HealthIndicator) Objects.requireNonNull(captures.getContributor(capture));
        return Objects.requireNonNull(indicator.health());
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    String post(String path, String json) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    String delete(String path) {
        return send(HttpRequest.newBuilder(address(path)).DELETE().build());
    }

    String post(String path) {
        return send(HttpRequest.newBuilder(address(path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private static String send(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
