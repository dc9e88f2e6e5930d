package dev.millrace.cdc.records;

import io.debezium.data.VariableScaleDecimal;
import io.debezium.time.MicroTimestamp;
import io.debezium.time.NanoTimestamp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.avro.LogicalTypes.Date;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.LogicalTypes.TimestampMicros;
import org.apache.avro.LogicalTypes.TimestampMillis;
import org.apache.avro.LogicalTypes.Uuid;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Single values: what Debezium makes of a column's type, as what Avro's logical type is in Java. */
final class Scalars {

    private Scalars() {}

    /** @param meaning the name of the Connect schema, by which Debezium tells what a number or a text means */
    static Object convert(Object value, @Nullable String meaning, Schema target) {
        return switch (target.getLogicalType()) {
            case Uuid _ -> UUID.fromString((String) value);
            case TimestampMillis _ -> instant(value, meaning).truncatedTo(ChronoUnit.MILLIS);
            case TimestampMicros _ -> instant(value, meaning).truncatedTo(ChronoUnit.MICROS);
            case Date _ -> LocalDate.ofEpochDay((Integer) value);
            case Decimal decimal -> decimal(value).setScale(decimal.getScale(), RoundingMode.UNNECESSARY);
            case null, default -> plain(value, target);
        };
    }

    private static Object plain(Object value, Schema target) {
        return switch (target.getType()) {
            case STRING -> (String) value;
            case BOOLEAN -> (Boolean) value;
            case INT -> Math.toIntExact(((Number) value).longValue());
            case LONG -> ((Number) value).longValue();
            case FLOAT -> (Float) value;
            case DOUBLE -> ((Number) value).doubleValue();
            case BYTES -> value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : (ByteBuffer) value;
            default -> throw new IllegalArgumentException("Columns are not captured as " + target.getType());
        };
    }

    private static Instant instant(Object value, @Nullable String meaning) {
        if (value instanceof String text) {
            return OffsetDateTime.parse(text).toInstant();
        }
        var unit = switch (meaning) {
            case MicroTimestamp.SCHEMA_NAME -> ChronoUnit.MICROS;
            case NanoTimestamp.SCHEMA_NAME -> ChronoUnit.NANOS;
            case null, default -> ChronoUnit.MILLIS;
        };
        return Instant.EPOCH.plus((Long) value, unit);
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof Struct scaled
                ? VariableScaleDecimal.toLogical(scaled).getDecimalValue().orElseThrow()
                : (BigDecimal) value;
    }
}
