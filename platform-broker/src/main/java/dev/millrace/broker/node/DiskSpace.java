package dev.millrace.broker.node;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room to live in: a node that starts on a nearly full disk only dies a little later, in a worse way. */
final class DiskSpace {

    private static final long LEAST = 64L << 20;

    private DiskSpace() {}

    static void refuseTooLittle(Path folder) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST) {
            throw new StartRefused(
                    "The disk of the data folder %s is full: %d MB are left, a node needs %d MB to start"
                            .formatted(folder, free >> 20, LEAST >> 20),
                    "Make room, or set another millrace.broker.data-directory.");
        }
    }
}
