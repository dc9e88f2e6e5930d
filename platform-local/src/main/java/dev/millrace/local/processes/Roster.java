package dev.millrace.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Our children on disk, so that whoever comes next finds them should we not live to end them. */
public final class Roster {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path folder;

    public Roster(Path folder) {
        this.folder = folder;
    }

    public void add(Child child) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(child.name()), Entry.of(child).toString());
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that run, by name. */
    public Map<String, ProcessHandle> running() {
        var running = new TreeMap<String, ProcessHandle>();
        entries().forEach((name, entry) -> entry.process().ifPresent(process -> running.put(name, process)));
        return running;
    }

    /** Ends what an earlier launcher has left behind, and tells who that was. */
    public List<String> endLeftovers() {
        var leftovers = running();
        var ended = entries().entrySet().stream()
                .filter(entry -> leftovers.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().end())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ended).join();
        entries().keySet().forEach(this::remove);
        return List.copyOf(leftovers.keySet());
    }

    private Map<String, Entry> entries() {
        var entries = new TreeMap<String, Entry>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.forEach(file -> Entry.read(file).ifPresent(entry -> entries.put(nameOf(file), entry)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return entries;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    /** A process id alone could belong to someone else by now; together with its start it does not. */
    private record Entry(long pid, Instant start, String stopSignal) {

        static Entry of(Child child) {
            var process = child.handle();
            return new Entry(process.pid(), startOf(process), child.stopSignal());
        }

        static Optional<Entry> read(Path file) {
            try {
                var fields = Files.readString(file).strip().split(" ", -1);
                return Optional.of(new Entry(
                        Long.parseLong(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])), fields[2]));
            } catch (NoSuchFileException | RuntimeException _) { // taken away meanwhile, or half written in a crash
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Instant startOf(ProcessHandle process) {
            return process.info().startInstant().orElse(Instant.EPOCH);
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(startOf(process), start).abs().compareTo(CLOCK_TOLERANCE) < 0);
        }

        CompletableFuture<Void> end() {
            var process = process().orElseThrow();
            var everyone =
                    Stream.concat(Stream.of(process), process.descendants()).toList();
            Signals.send(stopSignal, Stream.of(process));
            return CompletableFuture.runAsync(() -> await(process, everyone));
        }

        private static void await(ProcessHandle process, List<ProcessHandle> everyone) {
            if (!endsInTime(process)) {
                everyone.forEach(ProcessHandle::destroyForcibly);
                endsInTime(process);
            }
        }

        private static boolean endsInTime(ProcessHandle process) {
            try {
                process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return true;
            } catch (TimeoutException _) {
                return false;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "%d %d %s".formatted(pid, start.toEpochMilli(), stopSignal);
        }
    }
}
