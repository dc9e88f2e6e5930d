package dev.millrace.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The connector, run inside the test. */
final class Connector implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ConfigurableApplicationContext context;

    private Connector(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Connector start(TestEngines engines, String capture, String... more) {
        var arguments = Stream.concat(arguments(engines, capture).stream(), Stream.of(more));
        return new Connector(SpringApplication.run(CdcConnectorApplication.class, arguments.toArray(String[]::new)));
    }

    static List<String> arguments(TestEngines engines, String capture) {
        var database = engines.database("users", "cdc_connector");
        var settings = Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("millrace.logs.enabled", "false"),
                Map.entry("spring.kafka.bootstrap-servers", engines.kafka()),
                Map.entry("millrace.kafka.password", engines.kafkaPasswordOf("cdc-connector")),
                Map.entry("millrace.schema-registry.url", engines.schemaRegistry()),
                Map.entry("millrace.cdc.name", capture),
                Map.entry("millrace.cdc.slot", CapturedTable.slotOf(capture)),
                Map.entry("millrace.cdc.database.url", database.url()),
                Map.entry("millrace.cdc.database.username", database.username()),
                Map.entry("millrace.cdc.database.password", database.password()));
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
        return Objects.requireNonNull(
                context.getBean("captureHealthIndicator", HealthIndicator.class).health());
    }

    @Override
    public void close() {
        context.close();
    }
}
