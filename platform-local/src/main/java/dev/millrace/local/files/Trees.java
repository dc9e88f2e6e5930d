package dev.millrace.local.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Whole folders. */
public final class Trees {

    private Trees() {}

    /** A folder that is not there is fine. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var everything = Files.walk(folder)) {
                for (var path : everything.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
