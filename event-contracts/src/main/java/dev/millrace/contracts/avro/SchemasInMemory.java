package dev.millrace.contracts.avro;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/** Gives ids out in the order of asking. */
final class SchemasInMemory implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int idOf(Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized Schema schemaOf(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new SerializationException("There is no schema with the id " + id);
        }
        return schemas.get(id - 1);
    }
}
