package dev.millrace.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running process of ours. */
public final class Child {

    private static final Duration LAST_MOMENT = Duration.ofSeconds(10);

    private final String name;
    private final Program program;
    private final Process process;
    private final Log log;
    private volatile boolean unwanted;

    private Child(String name, Program program, Process process, Log log) {
        this.name = name;
        this.program = program;
        this.process = process;
        this.log = log;
    }

    public static Child start(String name, Program program, Path log) throws IOException {
        var written = new Log(log);
        written.rotate();
        var builder = new ProcessBuilder(OwnSession.command(program.command()))
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        var child = new Child(name, program, builder.start(), written);
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

    public String stopSignal() {
        return program.stopSignal();
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

    /** Completes when the process ends although nobody asked it to. */
    public CompletableFuture<Death> death() {
        var death = new CompletableFuture<Death>();
        var _ = process.onExit().thenRun(() -> {
            if (!unwanted) {
                death.complete(new Death(name, exitCode(), lastWords()));
            }
        });
        return death;
    }

    /** The end of its log, for a person to read. */
    public String lastWords() {
        return log.lastWords();
    }

    /** Asks the process to end, and ends it when it has not done so in time. */
    public void stop(Duration patience) {
        unwanted = true;
        if (isAlive()) {
            Signals.send(program.stopSignal(), Stream.of(handle()));
        }
        if (!endsWithin(patience)) {
            kill();
        }
    }

    public void kill() {
        unwanted = true;
        everyone().forEach(ProcessHandle::destroyForcibly);
        if (!endsWithin(LAST_MOMENT)) {
            throw new UncheckedIOException(new IOException("%s does not even end by kill -9".formatted(name)));
        }
    }

    public void suspend() {
        Signals.stop(everyone().toList());
    }

    public void resume() {
        Signals.send("CONT", everyone());
    }

    private Stream<ProcessHandle> everyone() {
        return Stream.concat(Stream.of(handle()), process.descendants().toList().stream());
    }
}
