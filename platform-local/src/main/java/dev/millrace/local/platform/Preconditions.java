package dev.millrace.local.platform;

import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What a platform asks of its machine before it starts anything. */
public final class Preconditions {

    private static final long MEGABYTE = 1 << 20;
    private static final long DISK = 1024 * MEGABYTE;
    private static final long MEMORY = 2560 * MEGABYTE;

    private Preconditions() {}

    public static void check(Settings settings, Collection<? extends Component> components) throws IOException {
        checkControllers(settings);
        checkPorts(settings, components);
        checkDisk(settings.folders().data());
        checkMemory();
    }

    /** The controllers of a cluster find each other where they were: the quorum has it in its log. */
    private static void checkControllers(Settings settings) throws IOException {
        var file = settings.folders().ports();
        if (settings.brokers().areACluster() && settings.brokers().areBorn() && Files.exists(file)) {
            var before = Ports.readFrom(file).of(Port.KAFKA_CONTROLLER);
            if (before != settings.ports().of(Port.KAFKA_CONTROLLER)) {
                throw new Refused(
                        "The cluster in %s keeps its ports: start it with --port-offset %d, or another one with --data."
                                .formatted(settings.folders().data(), Port.KAFKA_CONTROLLER.offsetOf(before)));
            }
        }
    }

    private static void checkPorts(Settings settings, Collection<? extends Component> components) {
        var taken = components.stream()
                .flatMap(component -> component.ports().stream().map(port -> Map.entry(component, port)))
                .filter(wanted -> !Ports.isFree(settings.ports().of(wanted.getValue())))
                .map(wanted -> sentence(wanted.getKey(), settings.ports().of(wanted.getValue())))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new Refused(taken + "\nFree it, or give all ports an offset, such as --port-offset 10000.");
        }
    }

    private static String sentence(Component component, int port) {
        return "Port %d, which %s needs, is taken by %s.".formatted(port, component.name(), PortHolder.describe(port));
    }

    private static void checkDisk(Path data) throws IOException {
        var free = Files.getFileStore(data).getUsableSpace();
        if (free < DISK) {
            throw new Refused("Only %d MB are free on the disk of %s; a platform needs %d MB to start."
                    .formatted(free / MEGABYTE, data, DISK / MEGABYTE));
        }
    }

    private static void checkMemory() throws IOException {
        var meminfo = Path.of("/proc/meminfo");
        if (Files.exists(meminfo)) {
            try (var lines = Files.lines(meminfo)) {
                var available = lines.filter(line -> line.startsWith("MemAvailable:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .findFirst();
                refuseTooLittle(available.orElse(Long.MAX_VALUE));
            }
        }
    }

    private static void refuseTooLittle(long available) {
        if (available < MEMORY) {
            throw new Refused("Only %d MB of memory are available; a platform needs about %d MB."
                    .formatted(available / MEGABYTE, MEMORY / MEGABYTE));
        }
    }
}
