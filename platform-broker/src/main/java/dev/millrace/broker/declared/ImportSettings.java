package dev.millrace.broker.declared;

import dev.millrace.broker.StartRefused;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where an existing cluster is described.
 *
 * @param folder for the files; it need not exist
 */
@ConfigurationProperties("millrace.import")
record ImportSettings(@Nullable Path folder) {

    Path file(String name) {
        if (folder == null) {
            throw new StartRefused(
                    "There is no folder to import to: millrace.import.folder is not set", "Name one that is empty.");
        }
        return folder.resolve(name + ".yml");
    }
}
