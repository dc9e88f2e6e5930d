package dev.millrace.contracts.avro;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.apache.avro.LogicalTypes.Date;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.LogicalTypes.TimestampMicros;
import org.apache.avro.LogicalTypes.TimestampMillis;
import org.apache.avro.LogicalTypes.Uuid;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import tools.jackson.databind.JsonNode;

/** Single values: what JSON has, as what Avro's type is in Java, without losing anything. */
final class JsonScalars {

    private JsonScalars() {}

    static Object convert(JsonNode json, Schema schema) {
        return switch (schema.getLogicalType()) {
            case Uuid _ -> UUID.fromString(text(json));
            case TimestampMillis _ -> instant(json, ChronoUnit.MILLIS);
            case TimestampMicros _ -> instant(json, ChronoUnit.MICROS);
            case Date _ -> LocalDate.parse(text(json));
            case Decimal decimal -> decimal(json, decimal);
            case null, default -> plain(json, schema);
        };
    }

    private static Object plain(JsonNode json, Schema schema) {
        return switch (schema.getType()) {
            case STRING -> text(json);
            case BOOLEAN -> json.isBoolean() ? json.booleanValue() : unfit();
            case INT -> number(json).intValueExact();
            case LONG -> number(json).longValueExact();
            case FLOAT -> number(json).floatValue();
            case DOUBLE -> number(json).doubleValue();
            case BYTES -> ByteBuffer.wrap(Base64.getDecoder().decode(text(json)));
            case ENUM -> schema.hasEnumSymbol(text(json)) ? SpecificData.get().createEnum(text(json), schema) : unfit();
            default -> unfit();
        };
    }

    /** Also fails where a number of {@code precision} ends, in the year 294247 for microseconds. */
    private static Instant instant(JsonNode json, ChronoUnit precision) {
        var instant = Instant.parse(text(json));
        var held = Instant.EPOCH.plus(precision.between(Instant.EPOCH, instant), precision);
        return instant.equals(held) ? instant : unfit();
    }

    private static BigDecimal decimal(JsonNode json, Decimal type) {
        var decimal = number(json).setScale(type.getScale(), RoundingMode.UNNECESSARY);
        return decimal.precision() <= type.getPrecision() ? decimal : unfit();
    }

    private static BigDecimal number(JsonNode json) {
        return json.isNumber() ? json.decimalValue() : unfit();
    }

    private static String text(JsonNode json) {
        return json.isString() ? json.stringValue() : unfit();
    }

    private static <T> T unfit() {
        throw new IllegalArgumentException();
    }
}
