package dev.millrace.benchmarks.measuring;

import dev.millrace.local.files.Trees;
import dev.millrace.local.platform.DataFolder;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The folder of one run, gone afterwards. What a run that was killed has left, the next run of any benchmark clears away. */
final class Scratch implements AutoCloseable {

    private static final String PLATFORM = "platform";

    private final Path folder;
    private final DataFolder claim;

    private Scratch(Path folder) {
        this.folder = folder;
        this.claim = DataFolder.claim(folder);
    }

    static Scratch in(Path parent) throws IOException {
        Files.createDirectories(parent);
        clearAbandoned(parent);
        return new Scratch(parent.resolve("run-" + UUID.randomUUID()));
    }

    private static void clearAbandoned(Path parent) throws IOException {
        try (var folders = Files.list(parent)) {
            for (var folder :
                    folders.filter(each -> DataFolder.owner(each).isEmpty()).toList()) {
                new Roster(new Folders(folder, folder.resolve(PLATFORM)).processes()).endLeftovers();
                Trees.delete(folder);
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Where a platform may write. */
    Path platform() {
        return folder.resolve(PLATFORM);
    }

    @Override
    public void close() throws IOException {
        claim.close();
        Trees.delete(folder);
    }
}
