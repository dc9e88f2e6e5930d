package dev.millrace.contracts;

import dev.millrace.contracts.upcasting.Upcaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The versions of one schema, as they are kept beside it: 1.avsc, 2.avsc and so on, the last of them the current one. */
record SchemaHistory(String name, List<String> versions) {

    static final Path FOLDER = Path.of("src", "history");
    private static final Path PROPOSALS = Path.of("target", "history");

    static SchemaHistory of(Schema schema) throws IOException {
        var folder = FOLDER.resolve(schema.getFullName());
        var versions = Stream.<String>builder();
        for (var version = 1; Files.exists(folder.resolve(version + ".avsc")); version++) {
            versions.add(Files.readString(folder.resolve(version + ".avsc")));
        }
        return new SchemaHistory(schema.getFullName(), versions.build().toList());
    }

    static List<String> names() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    boolean endsWith(Schema schema) {
        return !versions.isEmpty() && versions.getLast().equals(text(schema));
    }

    List<Schema> schemas() {
        return versions.stream()
                .map(text -> new SchemaParser().parse(text).mainSchema())
                .toList();
    }

    /** Every version with those before it, back to the last one that an upcaster leads to. */
    Stream<List<Schema>> beginnings() {
        var schemas = schemas().subList(firstWithoutUpcaster() - 1, versions.size());
        return IntStream.rangeClosed(2, schemas.size()).mapToObj(end -> schemas.subList(0, end));
    }

    private int firstWithoutUpcaster() {
        return Contracts.upcasters().stream()
                .filter(upcaster -> upcaster.type().equals(name))
                .mapToInt(Upcaster::to)
                .max()
                .orElse(1);
    }

    /** Writes the file that is missing, for a person to look at and to copy. */
    String proposeNextVersion(Schema schema) throws IOException {
        var file = Path.of(name, versions.size() + 1 + ".avsc");
        Files.createDirectories(PROPOSALS.resolve(name));
        Files.writeString(PROPOSALS.resolve(file), text(schema));
        return """
                %s is not what its last kept version says. If the change is meant, keep it as version %d
                and build again, which checks that it reads whatever was written with an earlier version:
                    (cd event-contracts && mkdir -p %s && cp %s %s)""".formatted(
                        name, versions.size() + 1, FOLDER.resolve(name), PROPOSALS.resolve(file), FOLDER.resolve(file));
    }

    private static String text(Schema schema) {
        return schema.toString(true) + "\n";
    }
}
