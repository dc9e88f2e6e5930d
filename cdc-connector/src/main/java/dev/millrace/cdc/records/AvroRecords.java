package dev.millrace.cdc.records;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Fills Avro records of one schema from Connect structs, field by field of the same name, as far as the Avro schema asks. How
 * is found out once, and again whenever the table has changed. For one thread.
 */
final class AvroRecords {

    private final Schema schema;
    private org.apache.kafka.connect.data.@Nullable Schema source;
    private List<AvroField> fields = List.of();

    AvroRecords(Schema schema) {
        this.schema = schema;
    }

    IndexedRecord from(Struct struct) {
        if (struct.schema() != source) {
            fields = fieldsFrom(struct.schema());
            source = struct.schema();
        }
        var made = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (var field : fields) {
            made.put(field.position(), field.valueFrom(struct));
        }
        return made;
    }

    private List<AvroField> fieldsFrom(org.apache.kafka.connect.data.Schema columns) {
        return schema.getFields().stream()
                .map(field -> AvroField.of(field, columns.field(field.name())))
                .toList();
    }
}
