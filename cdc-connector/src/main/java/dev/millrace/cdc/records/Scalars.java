package dev.millrace.cdc.records;

import io.debezium.time.MicroTime;
import io.debezium.time.MicroTimestamp;
import io.debezium.time.NanoTimestamp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalTypes.Date;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.LogicalTypes.LocalTimestampMicros;
import org.apache.avro.LogicalTypes.TimeMicros;
import org.apache.avro.LogicalTypes.TimestampMicros;
import org.apache.avro.LogicalTypes.TimestampMillis;
import org.apache.avro.LogicalTypes.Uuid;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Single values: what Debezium makes of a column's type, as what Avro's type is in Java, without losing anything. */
final class Scalars {

    private Scalars() {}

    /** @param meaning the name of the Connect schema, by which Debezium tells what a number or a text means */
    static UnaryOperator<Object> conversion(@Nullable String meaning, Schema target) {
        return switch (target.getLogicalType()) {
            case Uuid _ -> value -> UUID.fromString((String) value);
            case TimestampMillis _ -> value -> exactly(instant(value, meaning), ChronoUnit.MILLIS);
            case TimestampMicros _ -> value -> exactly(instant(value, meaning), ChronoUnit.MICROS);
            case LocalTimestampMicros _ ->
                value -> LocalDateTime.ofInstant(instant((Long) value, meaning), ZoneOffset.UTC);
            case Date _ -> value -> LocalDate.ofEpochDay((Integer) value);
            case TimeMicros _ -> value -> time((Number) value, meaning);
            case Decimal decimal -> value -> decimal((String) value, decimal);
            case null, default -> plain(target);
        };
    }

    private static UnaryOperator<Object> plain(Schema target) {
        return switch (target.getType()) {
            case STRING -> value -> (String) value;
            case ENUM -> value -> symbol((String) value, target);
            case BOOLEAN -> value -> (Boolean) value;
            case INT -> value -> Math.toIntExact(integer(value));
            case LONG -> Scalars::integer;
            case FLOAT -> value -> (Float) value;
            case DOUBLE -> value -> value instanceof Float single ? single.doubleValue() : (Double) value;
            case BYTES -> value -> value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : (ByteBuffer) value;
            default ->
                _ -> {
                    throw new IllegalArgumentException("Columns are not captured as " + target.getType());
                };
        };
    }

    private static long integer(Object value) {
        return switch (value) {
            case Short number -> number;
            case Integer number -> number;
            default -> (Long) value;
        };
    }

    private static Object symbol(String value, Schema target) {
        if (!target.hasEnumSymbol(value)) {
            throw new IllegalArgumentException("An unknown symbol");
        }
        return SpecificData.get().createEnum(value, target);
    }

    private static Instant instant(Object value, @Nullable String meaning) {
        if (value instanceof String text) {
            return UtcTimes.parse(text);
        }
        var unit = switch (meaning) {
            case MicroTimestamp.SCHEMA_NAME -> ChronoUnit.MICROS;
            case NanoTimestamp.SCHEMA_NAME -> ChronoUnit.NANOS;
            case null, default -> ChronoUnit.MILLIS;
        };
        return Instant.EPOCH.plus((Long) value, unit);
    }

    /** Also fails where a number of {@code precision} ends, in the year 294247 for microseconds. */
    private static Instant exactly(Instant instant, ChronoUnit precision) {
        if (!Instant.EPOCH
                .plus(precision.between(Instant.EPOCH, instant), precision)
                .equals(instant)) {
            throw new ArithmeticException("Finer than the field");
        }
        return instant;
    }

    private static LocalTime time(Number value, @Nullable String meaning) {
        var unit = MicroTime.SCHEMA_NAME.equals(meaning) ? ChronoUnit.MICROS : ChronoUnit.MILLIS;
        return LocalTime.ofNanoOfDay(
                Math.multiplyExact(value.longValue(), unit.getDuration().toNanos()));
    }

    /** Numbers travel as text: no other way of Debezium's knows NaN and keeps the scale. */
    private static BigDecimal decimal(String value, Decimal target) {
        var decimal = new BigDecimal(value).setScale(target.getScale(), RoundingMode.UNNECESSARY);
        if (decimal.precision() > target.getPrecision()) {
            throw new ArithmeticException("More digits than the field");
        }
        return decimal;
    }
}
