package dev.millrace.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as the system lets us see. */
final class PortHolder {

    private static final int LENGTH = 100;

    private PortHolder() {}

    static String describe(int port) {
        return process(port).map(PortHolder::describe).orElse("a process that can't be seen from here");
    }

    private static String describe(ProcessHandle process) {
        var info = process.info();
        var command = info.commandLine().or(info::command).orElse("unknown command");
        var shown = command.length() > LENGTH ? command.substring(0, LENGTH) + "..." : command;
        return "process %d (%s)".formatted(process.pid(), shown);
    }

    private static Optional<ProcessHandle> process(int port) {
        return (Files.exists(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port)).flatMap(ProcessHandle::of);
    }

    private static Optional<Long> fromProc(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields ->
                        fields[1].endsWith(String.format(Locale.ROOT, ":%04X", port)) && fields[3].equals("0A"))
                .map(fields -> "socket:[" + fields[9] + "]")
                .findFirst()
                .flatMap(PortHolder::holding);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException _) { // IPv6 may be switched off
            return Stream.empty();
        }
    }

    private static Optional<Long> holding(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException _) { // another user's process, or one that has just ended
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException _) { // closed meanwhile
            return false;
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
            var answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().map(Long::valueOf);
        } catch (IOException _) { // not installed
            return Optional.empty();
        }
    }
}
