package dev.millrace.benchmarks.cdc;

import dev.millrace.local.http.Http;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.platform.Component;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Heaps;
import dev.millrace.local.settings.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A distributed worker of Kafka Connect, in a JVM with the same options and the same heap as ours.
 *
 * @param folders of a platform of its own
 * @param quiet a configuration of Logback that says nothing but errors
 */
record KafkaConnect(Folders folders, int port, Map<String, String> settings, Path quiet) implements Component {

    static final String NAME = "kafka-connect";

    @Override
    public String name() {
        return NAME;
    }

    /** One that was free a moment ago, and so none that a platform would have to make sure of. */
    @Override
    public List<Port> ports() {
        return List.of();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public Program program() throws IOException {
        var data = folders.dataOf(NAME);
        var application = new JavaApplication(
                data,
                libraries(),
                "org.apache.kafka.connect.cli.ConnectDistributed",
                List.of("-Dlogback.configurationFile=" + quiet));
        var program = application.program(Heaps.STANDARD.service(), Map.of(), data);
        var command = new ArrayList<>(program.command());
        command.add(writeSettings(data).toString());
        return new Program(command, program.environment(), program.folder());
    }

    private List<Path> libraries() throws IOException {
        try (var jars = Files.list(folders.home().resolve(Path.of("benchmarks", NAME, "target", "libraries")))) {
            return jars.sorted().toList();
        }
    }

    private Path writeSettings(Path data) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        properties.put("listeners", address().toString());
        var file = data.resolve("worker.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "What the worker is told");
        }
        return file;
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answersOk(address().resolve("/health"));
    }
}
