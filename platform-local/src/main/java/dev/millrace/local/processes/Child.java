package dev.millrace.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running process of ours. */
public final class Child {

    private static final Duration LAST_MOMENT = Duration.ofSeconds(10);

    private final String name;
    private final Program program;
    private final Process process;
    private final Path log;

    private Child(String name, Program program, Process process, Path log) {
        this.name = name;
        this.program = program;
        this.process = process;
        this.log = log;
    }

    public static Child start(String name, Program program, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(program.command())
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        var child = new Child(name, program, builder.start(), log);
        child.feed(program.input());
        return child;
    }

    private void feed(byte[] input) throws IOException {
        if (input.length > 0) {
            process.getOutputStream().write(input);
            process.getOutputStream().flush();
        }
    }

    public String name() {
        return name;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Asks the process to end, and ends it when it has not done so in time. */
    public void stop(Duration patience) {
        if (isAlive()) {
            Signals.send(program.stopSignal(), Stream.of(handle()));
        }
        if (!endsWithin(patience)) {
            kill();
        }
    }

    public void kill() {
        everyone().forEach(ProcessHandle::destroyForcibly);
        if (!endsWithin(LAST_MOMENT)) {
            throw new UncheckedIOException(new IOException("%s does not even end by kill -9".formatted(name)));
        }
    }

    public void suspend() {
        Signals.send("STOP", everyone());
    }

    public void resume() {
        Signals.send("CONT", everyone());
    }

    private Stream<ProcessHandle> everyone() {
        return Stream.concat(Stream.of(handle()), process.descendants().toList().stream());
    }
}
