package dev.millrace.broker.node;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/** The folder a node lives in: held by one process at a time, formatted once, and from then on tied to its node. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder ready for this node, or refuses it. */
    static DataFolder open(NodeSettings settings) {
        var path = settings.dataDirectory().toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            DiskSpace.refuseTooLittle(path);
            return new DataFolder(path, lock(path)).prepared(settings);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder %s can't be written: %s".formatted(path, Reason.of(e)),
                    "Make it writable, or set another millrace.broker.data-directory.");
        }
    }

    /** What Kafka calls a log directory. */
    Path kafka() {
        return path.resolve("kafka");
    }

    private DataFolder prepared(NodeSettings settings) throws IOException {
        try {
            if (Files.exists(kafka())) {
                Identity.of(kafka()).refuseOther(settings);
            } else {
                format(settings);
            }
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Formats beside and renames, so that a process that dies halfway leaves nothing that looks finished. */
    private void format(NodeSettings settings) throws IOException {
        var unfinished = path.resolve("kafka.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Formatting.format(unfinished, settings);
        Files.move(unfinished, kafka(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileChannel lock(Path path) throws IOException {
        var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException _) { // held by another node of this very process
        }
        file.close();
        throw new StartRefused(
                "The data folder %s is in use by another node".formatted(path),
                "Stop that node, or set another millrace.broker.data-directory.");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
