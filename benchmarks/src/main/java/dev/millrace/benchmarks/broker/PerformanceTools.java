package dev.millrace.benchmarks.broker;

import static java.util.Objects.requireNonNull;

import dev.millrace.local.jvm.JavaApplication;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.ArgumentParsers;
import org.apache.kafka.tools.ProducerPerformance;

/** Kafka's own performance tools, each in a JVM of its own. */
final class PerformanceTools {

    private static final int RECORD_BYTES = 100;
    private static final Pattern PRODUCED = Pattern.compile("records sent, ([0-9.]+) records/sec");
    private static final Pattern LATENCY = Pattern.compile("Avg latency: ([0-9.]+) ms");

    private final List<Path> classPath;
    private final Path quiet;
    private final Path folder;

    PerformanceTools(JavaApplication jars, Path quiet, Path folder) {
        this.classPath = new ArrayList<>(jars.classPath());
        classPath.add(jarOf(ProducerPerformance.class));
        classPath.add(jarOf(ArgumentParsers.class));
        this.quiet = quiet;
        this.folder = folder;
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records a second, acknowledged by all. */
    double produce(Map<String, Object> client, String topic, int records) throws IOException, InterruptedException {
        var output = run(
                "org.apache.kafka.tools.ProducerPerformance",
                client,
                "--producer.config",
                List.of(
                        "--topic",
                        topic,
                        "--num-records",
                        String.valueOf(records),
                        "--record-size",
                        String.valueOf(RECORD_BYTES),
                        "--throughput",
                        "-1",
                        "--producer-props",
                        "acks=all",
                        "compression.type=lz4"));
        return last(PRODUCED, output);
    }

    /** Records a second, without the time it took to join a group. */
    double consume(Map<String, Object> client, String topic, int records) throws IOException, InterruptedException {
        var output = run(
                "org.apache.kafka.tools.ConsumerPerformance",
                client,
                "--consumer.config",
                List.of(
                        "--bootstrap-server",
                        servers(client),
                        "--topic",
                        topic,
                        "--messages",
                        String.valueOf(records),
                        "--hide-header"));
        var figures = output.strip()
                .lines()
                .reduce("", (_, line) -> line.contains(",") ? line : "")
                .split(",");
        return Double.parseDouble(figures[figures.length - 1].strip());
    }

    /** Milliseconds from a record's sending to its receiving, one at a time. */
    double latency(Map<String, Object> client, String topic, int records) throws IOException, InterruptedException {
        var output = run(
                "org.apache.kafka.tools.EndToEndLatency",
                client,
                "--command-config",
                List.of(
                        "--bootstrap-server", servers(client),
                        "--topic", topic,
                        "--num-records", String.valueOf(records),
                        "--producer-acks", "all",
                        "--record-size", String.valueOf(RECORD_BYTES)));
        return last(LATENCY, output);
    }

    private static String servers(Map<String, Object> client) {
        return requireNonNull(client.get("bootstrap.servers")).toString();
    }

    private static double last(Pattern figure, String output) {
        var matcher = figure.matcher(output);
        var found = Double.NaN;
        while (matcher.find()) {
            found = Double.parseDouble(matcher.group(1));
        }
        if (Double.isNaN(found)) {
            throw new IllegalStateException("There is no figure in: " + output);
        }
        return found;
    }

    private String run(String tool, Map<String, Object> client, String configuration, List<String> arguments)
            throws IOException, InterruptedException {
        var config = Files.writeString(
                folder.resolve("client.properties"),
                client.entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .collect(Collectors.joining("\n")));
        var command = new ArrayList<>(List.of(
                JavaApplication.java(),
                "-Xmx512m",
                "-Dlogback.configurationFile=" + quiet,
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                tool));
        command.addAll(arguments);
        command.addAll(List.of(configuration, config.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return output;
    }
}
