package dev.millrace.orderservice;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own, small enough to be filled; only where the test may mount one. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    static SmallDisk mountedAt(Path folder, int megabytes) throws Exception {
        Files.createDirectories(folder);
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
                "A full disk is not tested: file systems can't be mounted here");
        return new SmallDisk(folder);
    }

    /** Until not a byte more fits in. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[MEGABYTE];
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(block, 0, (int) Math.min(MEGABYTE, folder.toFile().getUsableSpace()));
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws Exception {
        if (!succeeds("umount", folder.toString())) {
            throw new IOException("%s can't be unmounted".formatted(folder));
        }
    }

    private static boolean succeeds(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
