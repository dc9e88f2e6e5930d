package dev.millrace.cdc.records;

import java.time.DateTimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** A field of an Avro record, and what it takes from a struct. */
sealed interface AvroField {

    int position();

    @Nullable Object valueFrom(Struct struct);

    static AvroField of(Schema.Field field, @Nullable Field column) {
        if (column != null) {
            return new Filled(field.pos(), column, Conversion.between(column.schema(), field.schema()));
        }
        if (!field.hasDefaultValue()) {
            throw new UnfitChangeException("The table has no column for the field " + field.name());
        }
        return new Defaulted(field.pos(), SpecificData.get().getDefaultValue(field));
    }

    /** From the column of its name. */
    record Filled(int position, Field column, Conversion conversion) implements AvroField {

        @Override
        public @Nullable Object valueFrom(Struct struct) {
            try {
                return conversion.of(columnOf(struct));
            } catch (ArithmeticException | ClassCastException | DateTimeException | IllegalArgumentException e) {
                throw new UnfitChangeException("The field %s does not take what the row holds: %s"
                        .formatted(column.name(), e.getClass().getSimpleName()));
            }
        }

        /** Otherwise a null in a column with a default would be that default; to find a column by its name costs more. */
        private @Nullable Object columnOf(Struct struct) {
            return column.schema().defaultValue() == null
                    ? struct.get(column)
                    : struct.getWithoutDefault(column.name());
        }
    }

    /** There is no such column. */
    record Defaulted(int position, @Nullable Object value) implements AvroField {

        @Override
        public @Nullable Object valueFrom(Struct struct) {
            return value;
        }
    }
}
