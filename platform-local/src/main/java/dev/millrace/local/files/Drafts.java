package dev.millrace.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Folders that are made once, whole or not at all, however many processes want them at a time. */
public record Drafts(Path parent) {

    /** File locks keep other processes out, but not other threads of this one. */
    private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

    /** Fills a new folder. */
    @FunctionalInterface
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    /** A crash in here leaves a draft, which the next one removes; the system drops the lock of a process that dies. */
    public Path make(String name, Filling filling) throws IOException {
        var target = parent.resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        Files.createDirectories(parent);
        synchronized (MONITORS.computeIfAbsent(target, _ -> new Object())) {
            try (var lock = FileChannel.open(
                            parent.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                if (!Files.exists(target)) {
                    var draft = parent.resolve(name + ".draft");
                    Trees.delete(draft);
                    filling.into(Files.createDirectory(draft));
                    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return target;
    }

    /** Deletes the folders that begin with a prefix, but for those used last. */
    public void keepNewest(String prefix, int count) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            var outdated = folders.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparingLong(
                                    (Path folder) -> folder.toFile().lastModified())
                            .reversed())
                    .skip(count)
                    .toList();
            for (var folder : outdated) {
                Trees.delete(folder);
            }
        }
    }
}
