package dev.millrace.benchmarks.broker;

import static java.util.Objects.requireNonNull;

import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.processes.Child;
import dev.millrace.local.processes.Memory;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Heaps;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.yaml.snakeyaml.Yaml;

/** {@code kafka.Kafka} from the same jars, in a JVM with the same options and with the same settings. */
record StockKafka(Child process, Map<String, Object> client, double startSeconds) implements RunningKafka {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * What lies on disk.
     *
     * @param data a formatted folder
     * @param settings the broker's own application.yml
     * @param quiet a configuration of Logback that says nothing
     */
    record Installation(JavaApplication jars, Path data, Path settings, Path quiet) {}

    static StockKafka start(Installation installation, Security security) throws Exception {
        var port = freePort();
        var jars = installation.jars();
        var data = installation.data();
        var client = new HashMap<>(security.client());
        client.put("bootstrap.servers", "127.0.0.1:" + port);
        var file = Files.writeString(data.resolveSibling("stock.properties"), properties(installation, security, port));
        var application = new JavaApplication(jars.folder(), jars.classPath(), "kafka.Kafka", jars.options());
        var program = application.program(Heaps.STANDARD.kafka(), Map.of(), data.resolveSibling("stock"));
        var command = new ArrayList<>(program.command());
        command.add(1, "-Dlogback.configurationFile=" + installation.quiet());
        command.add(file.toString());
        var began = System.nanoTime();
        var process = Child.start(
                "stock",
                new Program(command, program.environment(), program.folder()),
                data.resolveSibling("stock.log"));
        awaitAnswer(process, client);
        return new StockKafka(process, client, (System.nanoTime() - began) / 1e9);
    }

    private static void awaitAnswer(Child process, Map<String, Object> client) throws InterruptedException {
        var properties = new HashMap<>(client);
        properties.putAll(
                Map.of("reconnect.backoff.ms", 20, "reconnect.backoff.max.ms", 50, "default.api.timeout.ms", 60_000));
        try (var admin = Admin.create(properties)) {
            admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(process.lastWords(), e);
        }
    }

    private static String properties(Installation installation, Security security, int port) throws IOException {
        var controller = freePort();
        var properties = new TreeMap<String, Object>(tuning(installation.settings()));
        properties.putAll(security.server());
        properties.putAll(Map.of(
                "node.id",
                1,
                "process.roles",
                "broker,controller",
                "log.dirs",
                installation.data(),
                "listeners",
                "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller),
                "listener.security.protocol.map",
                "CLIENTS:%s,CONTROLLER:PLAINTEXT".formatted(security.protocol()),
                "inter.broker.listener.name",
                "CLIENTS",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.bootstrap.servers",
                "127.0.0.1:" + controller));
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> tuning(Path settings) throws IOException {
        try (var reader = Files.newBufferedReader(settings)) {
            Map<String, Map<String, Map<String, Map<String, Object>>>> all = new Yaml().load(reader);
            return requireNonNull(
                    requireNonNull(requireNonNull(all.get("millrace")).get("broker"))
                            .get("kafka"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public long memory() {
        return Memory.of(process.handle());
    }

    @Override
    public void close() {
        process.stop(PATIENCE);
    }
}
