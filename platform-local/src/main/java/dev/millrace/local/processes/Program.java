package dev.millrace.local.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started and asked to end.
 *
 * @param environment variables added to the ones of this process
 * @param folder where it runs
 * @param input what it reads first; its standard input then stays open for as long as this process lives
 * @param stopSignal asks it to end in good order
 */
public record Program(
        List<String> command, Map<String, String> environment, Path folder, byte[] input, String stopSignal) {

    public Program(List<String> command, Map<String, String> environment, Path folder) {
        this(command, environment, folder, new byte[0], "TERM");
    }

    public Program reading(byte[] bytes) {
        return new Program(command, environment, folder, bytes, stopSignal);
    }

    public Program stoppedBy(String signal) {
        return new Program(command, environment, folder, input, signal);
    }
}
