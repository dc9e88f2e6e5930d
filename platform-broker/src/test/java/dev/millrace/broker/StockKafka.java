package dev.millrace.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.node.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Apache Kafka as it comes, in a process of its own: one node without logins and rights. */
final class StockKafka implements AutoCloseable {

    private final String address = "127.0.0.1:" + Nodes.freePort();
    private final Process process;

    private StockKafka(Path folder) throws IOException {
        var settings = settings(folder);
        assertThat(StorageTool.execute(
                        new String[] {
                            "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()
                        },
                        System.out))
                .isZero();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("stock.log").toFile())
                .start();
    }

    static StockKafka start(Path folder) throws IOException {
        return new StockKafka(folder);
    }

    private Path settings(Path folder) throws IOException {
        var controller = "127.0.0.1:" + Nodes.freePort();
        var properties = new Properties();
        properties.setProperty("node.id", "1");
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("listeners", "PLAINTEXT://%s,CONTROLLER://%s".formatted(address, controller));
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("controller.quorum.voters", "1@" + controller);
        properties.setProperty("log.dirs", folder.resolve("stock-data").toString());
        properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "1");
        var file = folder.resolve("stock.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    String address() {
        return address;
    }

    /** SIGSTOP: still there, and silent. */
    void pause() {
        Signals.send("STOP", process);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
