package dev.millrace.local.platform;

import dev.millrace.local.files.Trees;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Data folders of tests. One whose test was killed is cleared away, processes and all, when the next one is made. */
public final class TemporaryData {

    private static final String PREFIX = "millrace-";

    /** So long a folder may be without an owner, because it is just being made. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private TemporaryData() {}

    public static Path make() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        for (var abandoned : abandonedIn(temporary)) {
            clearAway(abandoned);
        }
        var data = Files.createTempDirectory(temporary, PREFIX);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        return data;
    }

    private static List<Path> abandonedIn(Path temporary) throws IOException {
        try (var folders = Files.list(temporary)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(DataFolder::isOurs)
                    .filter(TemporaryData::isOld)
                    .filter(folder -> DataFolder.owner(folder).isEmpty())
                    .toList();
        }
    }

    private static boolean isOld(Path folder) {
        return Instant.ofEpochMilli(folder.toFile().lastModified())
                .isBefore(Instant.now().minus(GRACE));
    }

    private static void clearAway(Path data) throws IOException {
        new Roster(new Folders(Path.of(""), data).processes()).endLeftovers();
        Trees.delete(data);
    }
}
