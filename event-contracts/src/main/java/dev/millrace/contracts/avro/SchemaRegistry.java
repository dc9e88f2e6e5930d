package dev.millrace.contracts.avro;

import org.apache.avro.Schema;

/** What a serde asks a registry; answers never change, so they are kept for ever. */
interface SchemaRegistry {

    /** The id under which a deployment registered the schema. */
    int idOf(Schema schema);

    Schema schemaOf(int id);
}
