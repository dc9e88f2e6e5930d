package dev.millrace.local.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much of the machine's memory processes hold: where Linux tells, their proportional set size, which counts a page that
 * several share once in all; elsewhere their resident set size.
 */
public final class Memory {

    private Memory() {}

    /** Bytes held by a process and all its descendants. */
    public static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> of(one.pid()))
                .sum();
    }

    public static long ofThisProcess() {
        return of(ProcessHandle.current().pid());
    }

    private static long of(long pid) {
        return proportional(pid).orElseGet(() -> resident(pid));
    }

    private static OptionalLong proportional(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(Memory::kilobytes)
                    .findFirst();
        } catch (IOException | RuntimeException _) { // not Linux, not ours to read, or gone
            return OptionalLong.empty();
        }
    }

    private static long resident(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var answer = new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            return answer.isBlank() ? 0 : Long.parseLong(answer.strip()) * 1024;
        } catch (IOException _) { // without ps there is nothing to tell
            return 0;
        }
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
}
