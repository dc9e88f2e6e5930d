package dev.millrace.local.settings;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of one platform, all of them on the loopback interface. */
public final class Ports {

    private static final int FIRST = 16_384;
    private static final int EPHEMERAL = 32_768; // from here on the system hands ports to whoever connects

    private final Map<Port, Integer> numbers = new EnumMap<>(Port.class);

    private Ports() {}

    public static Ports shiftedBy(int offset) {
        var ports = new Ports();
        for (var port : Port.values()) {
            ports.numbers.put(port, port.standard() + offset);
        }
        return ports;
    }

    /** Ports that nobody holds at the moment. */
    public static Ports free() {
        var ports = new Ports();
        for (var port : Port.values()) {
            ports.numbers.put(port, ports.findFree());
        }
        return ports;
    }

    /** The ports that {@link #writeTo} has written. */
    public static Ports readFrom(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var ports = new Ports();
        properties.forEach(
                (port, number) -> ports.numbers.put(Port.valueOf(port.toString()), Integer.valueOf(number.toString())));
        return ports;
    }

    /** Lets others know where a platform listens. */
    public void writeTo(Path file) throws IOException {
        var properties = new Properties();
        numbers.forEach((port, number) -> properties.setProperty(port.name(), number.toString()));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Where the platform of this folder listens");
        }
    }

    private int findFree() {
        return ThreadLocalRandom.current()
                .ints(FIRST, EPHEMERAL)
                .filter(number -> !numbers.containsValue(number) && isFree(number))
                .findFirst()
                .orElseThrow();
    }

    public int of(Port port) {
        return requireNonNull(numbers.get(port), port::name);
    }

    public static boolean isFree(int number) {
        try (var _ = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
