package dev.millrace.cdc.records;

import java.time.DateTimeException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Fills Avro records from Connect structs, field by field of the same name, as far as the Avro schema asks. */
final class AvroRecords {

    private AvroRecords() {}

    static IndexedRecord from(Struct struct, Schema schema) {
        var made = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (var field : schema.getFields()) {
            made.put(field.pos(), value(struct, field));
        }
        return made;
    }

    private static @Nullable Object value(Struct struct, Schema.Field field) {
        var source = struct.schema().field(field.name());
        if (source == null) {
            return defaultOf(field);
        }
        try {
            // Otherwise a null in a column with a default would be that default.
            return convert(struct.getWithoutDefault(source.name()), source.schema(), field.schema());
        } catch (ArithmeticException | ClassCastException | DateTimeException | IllegalArgumentException e) {
            throw new UnfitChangeException("The field %s does not take what the row holds: %s"
                    .formatted(field.name(), e.getClass().getSimpleName()));
        }
    }

    private static @Nullable Object defaultOf(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            throw new UnfitChangeException("The table has no column for the field " + field.name());
        }
        return SpecificData.get().getDefaultValue(field);
    }

    private static @Nullable Object convert(
            @Nullable Object value, org.apache.kafka.connect.data.Schema source, Schema target) {
        if (target.getType() == Type.UNION) {
            return value == null ? null : convert(value, source, withoutNull(target));
        }
        if (value == null) {
            throw new IllegalArgumentException("null");
        }
        return switch (target.getType()) {
            case RECORD -> from((Struct) value, target);
            case ARRAY ->
                ((List<?>) value)
                        .stream()
                                .map(item -> convert(item, source.valueSchema(), target.getElementType()))
                                .toList();
            default -> Scalars.convert(value, source.name(), target);
        };
    }

    private static Schema withoutNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
