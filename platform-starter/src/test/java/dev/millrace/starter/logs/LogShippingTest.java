package dev.millrace.starter.logs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import dev.millrace.starter.TestKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets logging up as a service does: in a JVM of its own, since Spring Boot does so once per JVM. */
class LogShippingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void shipsWhatAServiceLogsFromItsStartToItsEnd() throws Exception {
        try (var kafka = new TestKafka(folder)) {
            kafka.create(Topics.SERVICE_LOGS);
            var service = SpringApplication.run(
                    Service.class,
                    "--spring.application.name=tested",
                    "--server.port=0",
                    "--millrace.logs.enabled=true",
                    "--spring.kafka.bootstrap-servers=" + kafka.address());
            greet(service.getEnvironment().getRequiredProperty("local.server.port"));
            await().atMost(PATIENCE).until(() -> messages(kafka).contains("Somebody was greeted"));
            assertThat(meter(service.getBean(MeterRegistry.class), "written")).isPositive();
            service.close();
            LogShipping.appender().orElseThrow().stop();

            var lines = lines(kafka);
            assertThat(lines)
                    .extracting(line -> line.at("/service/name").asString())
                    .containsOnly("tested");
            assertThat(lines)
                    .extracting(line -> line.at("/service/node/name").asString())
                    .hasSizeGreaterThan(3);
            assertThat(messages(kafka)).anyMatch(message -> message.startsWith("Starting "));
            assertThat(messages(kafka)).anyMatch(message -> message.startsWith("Started "));
            assertThat(messages(kafka)).anyMatch(message -> message.contains("Graceful shutdown complete"));
            assertThat(lines)
                    .extracting(line -> line.at("/event/sequence").asLong())
                    .doesNotHaveDuplicates()
                    .contains(1L, (long) lines.size());
            assertThat(lines)
                    .filteredOn(line -> line.path("message").asString().equals("Somebody was greeted"))
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line.at("/trace/id").asString()).isEqualTo(TRACE))
                    .satisfies(
                            line -> assertThat(line.at("/span/id").asString()).hasSize(16));
        }
    }

    @Test
    void shipsItsLastWordsWhenItsProcessIsTerminated() throws Exception {
        try (var kafka = new TestKafka(folder)) {
            kafka.create(Topics.SERVICE_LOGS);
            var process = start(kafka, "--server.port=0");
            await().atMost(PATIENCE)
                    .until(() -> messages(kafka).stream().anyMatch(message -> message.startsWith("Started ")));
            process.destroy();
            assertThat(process.waitFor(20, SECONDS)).isTrue();
            assertThat(messages(kafka)).anyMatch(message -> message.contains("Graceful shutdown complete"));
        }
    }

    @Test
    void shipsWhyAServiceCouldNotStart() throws Exception {
        try (var kafka = new TestKafka(folder)) {
            kafka.create(Topics.SERVICE_LOGS);
            var process = start(kafka, "--server.port=nowhere");
            assertThat(process.waitFor(40, SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(messages(kafka)).anyMatch(message -> message.contains("server.port"));
        }
    }

    private static Process start(TestKafka kafka, String argument) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Service.class.getName(),
                        "--spring.application.name=tested",
                        "--spring.kafka.bootstrap-servers=" + kafka.address(),
                        argument)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void greet(String port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/greeting"))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    private static double meter(MeterRegistry meters, String what) {
        return meters.get("millrace.logs." + what).functionCounter().count();
    }

    private static List<String> messages(TestKafka kafka) {
        return lines(kafka).stream()
                .map(line -> line.path("message").asString())
                .toList();
    }

    private static List<JsonNode> lines(TestKafka kafka) {
        return kafka.read(Topics.SERVICE_LOGS).stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Service {

        static void main(String[] arguments) {
            SpringApplication.run(Service.class, arguments);
        }
    }

    @RestController
    static class Controller {

        private static final Logger log = LoggerFactory.getLogger(Controller.class);

        @GetMapping("/greeting")
        void greet() {
            log.info("Somebody was greeted");
        }
    }
}
