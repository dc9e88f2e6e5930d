package dev.millrace.orderservice;

import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import dev.millrace.local.engines.TestEngines;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** order-service as a process of its own on real engines; all tests share one. */
final class OrderService implements AutoCloseable {

    static final TestEngines ENGINES = TestEngines.start(KAFKA, POSTGRESQL, SCHEMA_REGISTRY);

    private static final OrderService SHARED = new OrderService();

    private final int port = freePort();
    private final Path data;
    private final List<String> arguments;
    private Process process;

    private OrderService() {
        this(temporaryFolder());
        awaitReadiness();
    }

    private OrderService(Path data, String... arguments) {
        this.data = data;
        this.arguments = List.of(arguments);
        this.process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    static OrderService running() {
        return SHARED;
    }

    /** A further instance; it may not be ready yet. */
    static OrderService another(String... arguments) {
        return new OrderService(temporaryFolder(), arguments);
    }

    /** A further instance with its state below {@code data}; it may not be ready yet. */
    static OrderService over(Path data) {
        return new OrderService(data);
    }

    /** One over the data of this one, which runs. */
    OrderService overTheSameData() {
        return new OrderService(data);
    }

    /** The address under which the others reach this one. */
    String addressAsSetting() {
        return "--spring.kafka.streams.properties.application.server=127.0.0.1:" + port;
    }

    int exitCode() {
        return process.onExit().join().exitValue();
    }

    String output() throws IOException {
        return Files.readString(data.resolve("order-service.out"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    OrdersApi api() {
        return new OrdersApi(port);
    }

    /** One that the service has learnt of. */
    UUID customer() {
        var customer = UUID.randomUUID();
        new Topic(Topics.USER_CHANGES).send(customer.toString(), "a row".getBytes(UTF_8));
        awaitStatus("/customers/" + customer, 200);
        return customer;
    }

    /** Ends the process as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again over the same data. */
    void restart() {
        process = start();
        awaitReadiness();
    }

    void awaitReadiness() {
        awaitStatus("/actuator/health/readiness", 200);
    }

    void awaitStatus(String path, int status) {
        await().atMost(ofSeconds(120))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(api().get(path).status()).isEqualTo(status));
    }

    private Process start() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classesWithoutTests(),
                OrderServiceApplication.class.getName())));
        builder.command().addAll(arguments);
        builder.environment().putAll(settings());
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("order-service.out").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classesWithoutTests() {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classes.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Map<String, String> settings() {
        var database = ENGINES.database("orders");
        return Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", ENGINES.kafka(),
                "MILLRACE_KAFKA_PASSWORD", ENGINES.kafkaPasswordOf("order-service"),
                "MILLRACE_SCHEMA_REGISTRY_URL", ENGINES.schemaRegistry().toString(),
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "MILLRACE_DATA_DIRECTORY", data.toString());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "order-service-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
