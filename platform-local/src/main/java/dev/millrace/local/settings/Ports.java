package dev.millrace.local.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
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

    private int findFree() {
        return ThreadLocalRandom.current()
                .ints(FIRST, EPHEMERAL)
                .filter(number -> !numbers.containsValue(number) && isFree(number))
                .findFirst()
                .orElseThrow();
    }

    public int of(Port port) {
        return numbers.get(port);
    }

    public static boolean isFree(int number) {
        try (var _ = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
