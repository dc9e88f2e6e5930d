package dev.millrace.orderservice.deciding;

import dev.millrace.contracts.upcasting.SchemaVersions;
import dev.millrace.orderservice.deciding.stored.EventRow;
import java.util.function.Function;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;

/** Reads rows of every version, of which the resources keep the schemas as event-contracts keeps those of its records. */
final class EventRows {

    static final SchemaVersions VERSIONS =
            SchemaVersions.kept(EventRow.getClassSchema().getFullName());

    private EventRows() {}

    static Serde<EventRow> serde() {
        return AvroRows.serde(Function.identity(), EventRow.getEncoder(), Function.identity(), decoder());
    }

    private static MessageDecoder<EventRow> decoder() {
        var written = new SchemaStore.Cache();
        VERSIONS.schemas().forEach(written::addSchema);
        return EventRow.createDecoder(written);
    }
}
