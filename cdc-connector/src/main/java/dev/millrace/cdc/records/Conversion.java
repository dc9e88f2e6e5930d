package dev.millrace.cdc.records;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Makes of the values of one column what its Avro field holds in Java. */
@FunctionalInterface
interface Conversion {

    /** Fails with what {@link AvroField} tells as unfit. */
    @Nullable Object of(@Nullable Object value);

    static Conversion between(org.apache.kafka.connect.data.Schema source, Schema target) {
        return switch (target.getType()) {
            case UNION -> orNull(between(source, withoutNull(target)));
            case RECORD -> record(new AvroRecords(target));
            case ARRAY -> array(between(itemsOf(source), target.getElementType()));
            default -> scalar(Scalars.conversion(source.name(), target));
        };
    }

    private static Conversion orNull(Conversion conversion) {
        return value -> value == null ? null : conversion.of(value);
    }

    private static Conversion record(AvroRecords records) {
        return value -> records.from((Struct) required(value));
    }

    private static Conversion array(Conversion items) {
        return value -> ((List<?>) required(value)).stream().map(items::of).toList();
    }

    private static Conversion scalar(UnaryOperator<Object> conversion) {
        return value -> conversion.apply(required(value));
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("null");
        }
        return value;
    }

    /** What is no array fails with its first value. */
    private static org.apache.kafka.connect.data.Schema itemsOf(org.apache.kafka.connect.data.Schema source) {
        return source.type() == org.apache.kafka.connect.data.Schema.Type.ARRAY ? source.valueSchema() : source;
    }

    private static Schema withoutNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
