package dev.millrace.local.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the machine has, whatever this container may take of it. */
final class MachineMemory {

    private static final String TOTAL = "MemTotal:";

    private MachineMemory() {}

    static long megabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith(TOTAL))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }
}
