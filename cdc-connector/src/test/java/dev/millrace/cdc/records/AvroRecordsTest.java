package dev.millrace.cdc.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.debezium.time.MicroTime;
import io.debezium.time.MicroTimestamp;
import io.debezium.time.Time;
import io.debezium.time.ZonedTimestamp;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroRecordsTest {

    private static final String NULLABLE_TEXT = "[\"null\", \"string\"]";
    private static final String DECIMAL = """
            {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 4}""";

    @Test
    void takesTextsNumbersAndBytesAsTheyAre() {
        assertThat(converted("\"string\"", SchemaBuilder.STRING_SCHEMA, "Ada")).isEqualTo("Ada");
        assertThat(converted("\"long\"", SchemaBuilder.INT64_SCHEMA, 7L)).isEqualTo(7L);
        assertThat(converted("\"int\"", SchemaBuilder.INT16_SCHEMA, (short) 7)).isEqualTo(7);
        assertThat(converted("\"double\"", SchemaBuilder.FLOAT64_SCHEMA, 0.5)).isEqualTo(0.5);
        assertThat(converted("\"boolean\"", SchemaBuilder.BOOLEAN_SCHEMA, true)).isEqualTo(true);
        assertThat(converted("\"bytes\"", SchemaBuilder.BYTES_SCHEMA, ByteBuffer.wrap(new byte[] {1})))
                .isEqualTo(ByteBuffer.wrap(new byte[] {1}));
    }

    @Test
    void widensNumbersForALargerColumnType() {
        assertThat(converted("\"long\"", SchemaBuilder.INT32_SCHEMA, 7)).isEqualTo(7L);
    }

    @Test
    void readsUuids() {
        var id = UUID.randomUUID();
        assertThat(converted(logical("string", "uuid"), SchemaBuilder.STRING_SCHEMA, id.toString()))
                .isEqualTo(id);
    }

    @Test
    void readsTimesToTheMicrosecond() {
        var time = Instant.parse("2026-01-02T03:04:05.123456Z");
        var micros = logical("long", "timestamp-micros");
        assertThat(converted(micros, ZonedTimestamp.schema(), "2026-01-02T05:04:05.123456+02:00"))
                .isEqualTo(time);
        assertThat(converted(micros, MicroTimestamp.schema(), 1_767_323_045_123_456L))
                .isEqualTo(time);
        assertThat(converted(logical("long", "timestamp-millis"), SchemaBuilder.INT64_SCHEMA, 1_767_323_045_123L))
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.123Z"));
    }

    @Test
    void readsDates() {
        assertThat(converted(logical("int", "date"), io.debezium.time.Date.schema(), 1))
                .isEqualTo(LocalDate.of(1970, 1, 2));
    }

    @Test
    void readsTimesOfDayAndTimesWithoutAZone() {
        assertThat(converted(logical("long", "time-micros"), MicroTime.schema(), 3_600_000_001L))
                .isEqualTo(LocalTime.of(1, 0, 0, 1_000));
        assertThat(converted(logical("long", "time-micros"), Time.schema(), 3_600_001))
                .isEqualTo(LocalTime.of(1, 0, 0, 1_000_000));
        assertThat(converted(logical("long", "local-timestamp-micros"), MicroTimestamp.schema(), 1L))
                .isEqualTo(LocalDateTime.of(1970, 1, 1, 0, 0, 0, 1_000));
    }

    @Test
    void readsDecimalsWithoutLoss() {
        assertThat(converted(DECIMAL, SchemaBuilder.STRING_SCHEMA, "12.50")).isEqualTo(new BigDecimal("12.5000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "100000000000000", "NaN", "Infinity"})
    void refusesADecimalThatTheFieldCannotHold(String number) {
        assertUnfit(DECIMAL, SchemaBuilder.STRING_SCHEMA, number);
    }

    @Test
    void refusesWhatWouldLoseSomething() {
        assertUnfit("\"int\"", SchemaBuilder.INT64_SCHEMA, 1L << 40);
        assertUnfit("\"long\"", SchemaBuilder.FLOAT64_SCHEMA, 1.5);
        assertUnfit("\"float\"", SchemaBuilder.FLOAT64_SCHEMA, 0.1);
        assertUnfit(logical("long", "timestamp-millis"), MicroTimestamp.schema(), 1L);
        assertUnfit(logical("long", "timestamp-micros"), ZonedTimestamp.schema(), "infinity");
        assertUnfit(logical("long", "timestamp-micros"), ZonedTimestamp.schema(), "+294276-12-31T23:59:59Z");
        assertUnfit("""
                {"type": "enum", "name": "Mood", "symbols": ["GOOD"]}""", SchemaBuilder.STRING_SCHEMA, "BAD");
    }

    @Test
    void takesANullForWhatItIsWhereTheColumnHasADefault() {
        var column = SchemaBuilder.string().optional().defaultValue("none").build();
        assertThat(converted(NULLABLE_TEXT, column, null)).isNull();
    }

    @Test
    void readsLists() {
        var numbers = SchemaBuilder.array(SchemaBuilder.INT32_SCHEMA).build();
        assertThat(converted("{\"type\": \"array\", \"items\": \"long\"}", numbers, List.of(1, 2)))
                .isEqualTo(List.of(1L, 2L));
    }

    @Test
    void readsNothingWhereNothingMayBe() {
        assertThat(converted(NULLABLE_TEXT, SchemaBuilder.OPTIONAL_STRING_SCHEMA, null))
                .isNull();
    }

    @Test
    void namesTheFieldThatMayNotBeNothing() {
        assertThatThrownBy(() -> converted("\"string\"", SchemaBuilder.OPTIONAL_STRING_SCHEMA, null))
                .isInstanceOf(UnfitChangeException.class)
                .hasMessageStartingWith("The field column does not take what the row holds");
    }

    @Test
    void neverSaysWhatARowHolds() {
        assertThatThrownBy(() -> converted(logical("string", "uuid"), SchemaBuilder.STRING_SCHEMA, "secret"))
                .isInstanceOf(UnfitChangeException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void takesTheDefaultOfAFieldThatTheTableHasNoColumnFor() {
        var row = SchemaBuilder.struct().build();
        var schema = schema("{\"name\": \"added\", \"type\": \"int\", \"default\": 7}");
        assertThat(new AvroRecords(schema).from(new Struct(row)).get(0)).isEqualTo(7);
    }

    @Test
    void namesTheColumnThatTheTableLacks() {
        var row = SchemaBuilder.struct().build();
        var schema = schema("{\"name\": \"missing\", \"type\": \"int\"}");
        assertThatThrownBy(() -> new AvroRecords(schema).from(new Struct(row)))
                .isInstanceOf(UnfitChangeException.class)
                .hasMessage("The table has no column for the field missing");
    }

    @Test
    void leavesOutColumnsThatTheSchemaDoesNotAskFor() {
        var row = SchemaBuilder.struct()
                .field("secret", SchemaBuilder.STRING_SCHEMA)
                .build();
        var made = new AvroRecords(schema("")).from(new Struct(row).put("secret", "x"));
        assertThat(made.getSchema().getFields()).isEmpty();
    }

    private static void assertUnfit(String type, org.apache.kafka.connect.data.Schema column, Object value) {
        assertThatExceptionOfType(UnfitChangeException.class).isThrownBy(() -> converted(type, column, value));
    }

    private static @Nullable Object converted(
            String type, org.apache.kafka.connect.data.Schema column, @Nullable Object value) {
        var row = SchemaBuilder.struct().field("column", column).build();
        var schema = schema("{\"name\": \"column\", \"type\": " + type + "}");
        return new AvroRecords(schema)
                .from(new Struct(row).put("column", value))
                .get(0);
    }

    private static String logical(String type, String meaning) {
        return "{\"type\": \"%s\", \"logicalType\": \"%s\"}".formatted(type, meaning);
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"Row\", \"fields\": [" + fields + "]}");
    }
}
