package dev.millrace.local.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The brokers of one platform. Their first start fixes how many there are.
 *
 * @param clusterId a UUID as Kafka writes it
 * @param born file that exists once the cluster has been up
 */
public record Brokers(int count, String clusterId, Path born) {

    private static final String COUNT = "brokers";
    private static final String CLUSTER_ID = "cluster-id";

    /**
     * Those of a data folder, whatever is wanted if they are there already.
     *
     * @param wanted how many a new platform gets; one when nobody says
     */
    public static Brokers in(Path data, OptionalInt wanted) throws IOException {
        var file = data.resolve("kafka-cluster.properties");
        if (!Files.exists(file)) {
            write(file, Files.exists(data.resolve("kafka")) ? 1 : wanted.orElse(1));
        }
        return read(file, data.resolve("kafka-cluster.born"));
    }

    private static Brokers read(Path file, Path born) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Brokers(Integer.parseInt(properties.getProperty(COUNT)), properties.getProperty(CLUSTER_ID), born);
    }

    private static void write(Path file, int count) throws IOException {
        var properties = new Properties();
        properties.setProperty(COUNT, Integer.toString(count));
        properties.setProperty(CLUSTER_ID, randomId());
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The brokers of this platform");
        }
    }

    private static String randomId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whether the cluster has been up once, so that a node without data joins it instead of founding another. */
    public boolean areBorn() {
        return Files.exists(born);
    }

    public void rememberBirth() throws IOException {
        if (!areBorn()) {
            Files.writeString(born, "");
        }
    }

    public boolean areACluster() {
        return count > 1;
    }

    /** Their numbers, from 1 on. */
    public IntStream numbers() {
        return IntStream.rangeClosed(1, count);
    }
}
