package dev.millrace.broker;

import static org.awaitility.Awaitility.await;

import dev.millrace.broker.node.Nodes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** The application in a process of its own, as it runs in a platform. */
final class BrokerProcess implements AutoCloseable {

    private static final String HOST = "millrace.broker.host";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Path output;
    private final Map<String, String> settings = new TreeMap<>();
    private final Process process;

    private BrokerProcess(List<String> inside, Class<?> main, List<String> verb, Path folder, Map<String, ?> others)
            throws IOException {
        settings.put(HOST, "127.0.0.1");
        settings.put("millrace.broker.data-directory", folder.resolve("data").toString());
        settings.put("millrace.broker.port", String.valueOf(Nodes.freePort()));
        settings.put("millrace.access.passwords", passwords(folder).toString());
        settings.put("millrace.broker.nodes-port", String.valueOf(Nodes.freePort()));
        settings.put("millrace.broker.controller-port", String.valueOf(Nodes.freePort()));
        settings.put("server.port", String.valueOf(Nodes.freePort()));
        others.forEach((name, value) -> settings.put(name, value.toString()));
        output = Files.createTempFile(folder, "output", ".log");
        process = new ProcessBuilder(Stream.concat(inside.stream(), command(main, verb).stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    static BrokerProcess start(Path folder) throws IOException {
        return start(folder, Map.of());
    }

    static BrokerProcess start(Path folder, Map<String, ?> settings) throws IOException {
        return start(List.of(), folder, settings);
    }

    /**
     * @param inside a command that runs the application as its own
     */
    static BrokerProcess start(List<String> inside, Path folder, Map<String, ?> settings) throws IOException {
        return new BrokerProcess(inside, BrokerApplication.class, List.of(), folder, settings);
    }

    /** No node: does one thing to another Kafka, and ends. */
    static BrokerProcess command(String verb, Path folder, Map<String, ?> settings) throws IOException {
        return new BrokerProcess(List.of(), BrokerApplication.class, List.of(verb), folder, settings);
    }

    static BrokerProcess start(Class<?> main, Path folder) throws IOException {
        return new BrokerProcess(List.of(), main, List.of(), folder, Map.of());
    }

    private List<String> command(Class<?> main, List<String> verb) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(verb);
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    BrokerProcess awaitReady() {
        try {
            await().atMost(Duration.ofSeconds(120)).until(() -> !process.isAlive() || isReady());
        } catch (ConditionTimeoutException e) { // nobody has it yet who would close it
            kill();
            throw new AssertionError(output(), e);
        }
        if (!process.isAlive()) {
            throw new AssertionError(output());
        }
        return this;
    }

    private boolean isReady() {
        try {
            return get("/actuator/health/readiness").startsWith("200");
        } catch (IOException _) { // not listening yet
            return false;
        }
    }

    /** Status and body. */
    String get(String path) throws IOException {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://%s:%s%s".formatted(settings.get(HOST), settings.get("server.port"), path)))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String address() {
        return settings.get(HOST) + ":" + settings.get("millrace.broker.port");
    }

    /** What a client needs to come in as one of the users. */
    Map<String, Object> client(String user) {
        return Logins.client(address(), user, passwords().getProperty(user));
    }

    private Properties passwords() {
        var passwords = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(settings.get("millrace.access.passwords")))) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return passwords;
    }

    private static Path passwords(Path folder) {
        return folder.resolve("passwords.properties");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGSTOP: still there, and silent. */
    void pause() {
        Signals.send("STOP", process);
    }

    void resume() {
        Signals.send("CONT", process);
    }

    /** SIGTERM. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs: " + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
