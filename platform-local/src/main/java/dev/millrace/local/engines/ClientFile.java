package dev.millrace.local.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Properties of a client of Kafka, in a file that only its owner can read: what command-line tools ask for. */
final class ClientFile {

    private ClientFile() {}

    static void write(Path file, Map<String, ?> properties) throws IOException {
        var lines = new TreeMap<>(properties)
                .entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .collect(Collectors.joining("\n", "", "\n"));
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, lines);
    }
}
