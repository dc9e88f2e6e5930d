package dev.millrace.local.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Signals that the JDK cannot send by itself. */
final class Signals {

    private Signals() {}

    /** A process that has ended meanwhile is no error. */
    static void send(String signal, Stream<ProcessHandle> processes) {
        output("kill", List.of("-" + signal), processes.toList());
    }

    /** Returns when they stand still: on a busy machine a process runs on for a moment after the signal. */
    static void stop(List<ProcessHandle> processes) {
        send("STOP", processes.stream());
        while (output("ps", List.of("-o", "stat="), processes).lines().anyMatch(state -> !state.matches("[TZ].*"))) {
            Thread.onSpinWait();
        }
    }

    private static String output(String program, List<String> options, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of(program));
        command.addAll(options);
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            var running =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            return new String(running.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
