package dev.millrace.contracts.events;

import dev.millrace.contracts.upcasting.SchemaVersions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** The CloudEvents attribute that names the schema of a value and its version, as the contracts count them. */
final class DataSchema {

    private static final Map<Schema, String> NAMES = new ConcurrentHashMap<>();

    private DataSchema() {}

    static String of(Schema schema) {
        return NAMES.computeIfAbsent(schema, DataSchema::nameOf);
    }

    private static String nameOf(Schema schema) {
        var type = schema.getFullName();
        return "urn:millrace:schema:%s:%d"
                .formatted(type, SchemaVersions.kept(type).versionOf(schema));
    }
}
