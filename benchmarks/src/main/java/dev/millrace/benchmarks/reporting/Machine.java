package dev.millrace.benchmarks.reporting;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on; nothing that tells whose machine it is. */
public record Machine(int cores, double memoryGiB, String cpu, String jvm, String os) {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    public static Machine here() throws IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / Math.pow(2, 30) * 10) / 10.0,
                cpuModel(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                system.getName() + " " + system.getVersion() + " " + system.getArch());
    }

    private static String cpuModel() throws IOException {
        if (!Files.exists(CPUS)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    @Override
    public String toString() {
        return "%d cores of %s, %s GiB of memory, %s, %s".formatted(cores, cpu, memoryGiB, os, jvm);
    }
}
