package dev.millrace.local.commands;

import dev.millrace.local.settings.Folders;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform a command is about. */
final class Place {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of everything the platform writes (default: .millrace in the repository).")
    private @Nullable Path data;

    Folders folders() {
        var home = Path.of(System.getProperty("millrace.home", ""));
        return new Folders(home, data == null ? home.resolve(".millrace") : data);
    }
}
