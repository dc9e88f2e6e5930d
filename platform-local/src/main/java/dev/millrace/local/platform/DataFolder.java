package dev.millrace.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder a platform lives in, claimed by at most one process at a time. The claim is a lock of the operating system,
 * so it does not outlive that process, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "platform.lock";
    private static final String OWNER = "platform.owner";

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /** Makes the folder this process's own, or says who has it. */
    public static DataFolder claim(Path folder) {
        try {
            refuseForeign(folder);
            Files.createDirectories(folder);
            var lock = tryLock(folder).orElseThrow(() -> new Refused(taken(folder)));
            Files.writeString(
                    folder.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(lock);
        } catch (IOException e) {
            throw new Refused("The data folder %s can't be used: %s".formatted(folder, e));
        }
    }

    /** The process that runs a platform in there at the moment. */
    public static Optional<ProcessHandle> owner(Path folder) {
        if (!Files.exists(folder.resolve(LOCK))) {
            return Optional.empty();
        }
        try {
            var lock = tryLock(folder);
            if (lock.isPresent()) {
                lock.get().close();
                return Optional.empty();
            }
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(folder.resolve(OWNER)).strip()));
        } catch (IOException e) {
            throw new Refused("The data folder %s can't be read: %s".formatted(folder, e));
        }
    }

    /** Whether a platform has ever lived there, and so whether it may be deleted. */
    public static boolean isOurs(Path folder) {
        return Files.exists(folder.resolve(LOCK));
    }

    private static void refuseForeign(Path folder) throws IOException {
        if (Files.isDirectory(folder) && !isOurs(folder)) {
            try (var content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new Refused("%s is neither empty nor the data folder of a platform; give another with --data."
                            .formatted(folder));
                }
            }
        }
    }

    private static String taken(Path folder) {
        return "A platform already runs in %s (process %s). Stop it with ./run stop, or give this one --data and --port-offset."
                .formatted(
                        folder,
                        owner(folder).map(owner -> Long.toString(owner.pid())).orElse("unknown"));
    }

    private static Optional<FileChannel> tryLock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException _) { // another platform in this very process
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
