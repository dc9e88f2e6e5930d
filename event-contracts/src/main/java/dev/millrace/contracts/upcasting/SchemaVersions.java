package dev.millrace.contracts.upcasting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.jspecify.annotations.Nullable;

/**
 * Every version of a record's schema that was ever written, the first of them version 1, the last the current one.
 *
 * @param type the full name of the record
 */
public record SchemaVersions(String type, List<Schema> schemas) {

    private static final int UNKNOWN = 0;

    public SchemaVersions {
        schemas = List.copyOf(schemas);
    }

    /** As they are kept under {@code /history}, by event-contracts for its records; empty for a record of which none are. */
    public static SchemaVersions kept(String type) {
        return new SchemaVersions(
                type,
                Stream.iterate(1, version -> version + 1)
                        .map(version -> read(type, version))
                        .takeWhile(Objects::nonNull)
                        .toList());
    }

    public int current() {
        return schemas.size();
    }

    public Schema schema(int version) {
        return schemas.get(version - 1);
    }

    /** By what Avro's parsing canonical form keeps; 0 for a schema that is none of them, such as a newer one. */
    public int versionOf(Schema written) {
        var fingerprint = SchemaNormalization.parsingFingerprint64(written);
        return IntStream.rangeClosed(1, current())
                .filter(version -> SchemaNormalization.parsingFingerprint64(schema(version)) == fingerprint)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static @Nullable Schema read(String type, int version) {
        try (var file = SchemaVersions.class.getResourceAsStream("/history/%s/%d.avsc".formatted(type, version))) {
            return file == null
                    ? null
                    : new SchemaParser()
                            .parse(new String(file.readAllBytes(), UTF_8))
                            .mainSchema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
