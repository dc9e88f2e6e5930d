package dev.millrace.cdc.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.cdc.CaptureProperties.Outbox;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.contracts.events.CloudEvent;
import dev.millrace.users.events.UserErased;
import io.debezium.data.Json;
import io.debezium.data.Uuid;
import io.debezium.time.ZonedTimestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxRecordsTest {

    private static final String ID = "019a0000-0000-7000-8000-000000000001";
    private static final String ADA = "019a0000-0000-7000-8000-000000000002";
    private static final String PAYLOAD =
            "{\"userId\": \"" + ADA + "\", \"version\": 2, \"at\": \"2026-01-02T03:04:05Z\"}";

    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("id", Uuid.schema())
            .field("type", Schema.STRING_SCHEMA)
            .field("subject", Uuid.schema())
            .field("time", ZonedTimestamp.schema())
            .field("payload", Json.schema())
            .field("correlation_id", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .field("op", Schema.STRING_SCHEMA)
            .field("after", ROW)
            .build();

    private final AvroSerdes serdes = AvroSerdes.standalone();
    private final OutboxRecords outbox = new OutboxRecords(
            new Table(
                    "public.outbox",
                    "events.users",
                    null,
                    null,
                    new Outbox("/user-service", List.of(UserErased.class))),
            serdes.serializer());

    @ParameterizedTest
    @ValueSource(strings = {"c", "r"})
    void makesARowTheEventThatItSays(String operation) {
        var record = sent(operation, row("UserErased", PAYLOAD)).orElseThrow();
        assertThat(record.topic()).isEqualTo("events.users");
        assertThat(record.key()).isEqualTo(ADA);
        assertThat(serdes.deserializer().deserialize(record.topic(), record.value()))
                .isEqualTo(new UserErased(UUID.fromString(ADA), 2L, Instant.parse("2026-01-02T03:04:05Z")));
        assertThat(CloudEvent.readFrom(record.headers()))
                .isEqualTo(
                        CloudEvent.of(ID, "UserErased", "/user-service", Instant.parse("2026-01-02T03:04:05.5Z"), ADA)
                                .correlatedWith("request 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "t"})
    void saysNothingWhenRowsAreTakenAwayAgain(String operation) {
        assertThat(sent(operation, null)).isEmpty();
        assertThat(outbox.of(new Change(record(null)), "0/1:0")).isEmpty();
    }

    @Test
    void refusesAnEventThatWasChangedLater() {
        assertUnfit("u", row("UserErased", PAYLOAD), "A row of the outbox was changed");
    }

    @Test
    void refusesATypeThatIsNotConfigured() {
        assertUnfit("c", row("UserRegistered", PAYLOAD), "The event " + ID + " has a type that is not configured");
    }

    @Test
    void refusesAPayloadThatIsNotWhatItsTypeSays() {
        assertUnfit(
                "c", row("UserErased", "{}"), "The payload of the event " + ID + " is no UserErased. The field userId");
    }

    @Test
    void refusesAPayloadOfATimeBeyondItsField() {
        assertUnfit(
                "c",
                row("UserErased", PAYLOAD.replace("2026-", "+300000-")),
                "The payload of the event " + ID + " is no UserErased. The field at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity", "2026-02-30T03:04:05Z", "soon"})
    void namesTheEventWhoseTimeIsNone(String time) {
        assertUnfit(
                "c",
                row("UserErased", PAYLOAD).put("time", time),
                "The column time of public.outbox holds no point in time for the event " + ID
                        + ": correct what writes it.");
    }

    @Test
    void namesTheColumnThatTheTableLacks() {
        var poor = SchemaBuilder.struct().optional().field("id", Uuid.schema()).build();
        var envelope = SchemaBuilder.struct()
                .field("op", Schema.STRING_SCHEMA)
                .field("after", poor)
                .build();
        var row = new Struct(poor).put("id", ID);
        assertThatExceptionOfType(UnfitChangeException.class)
                .isThrownBy(() -> outbox.of(
                        new Change(record(new Struct(envelope).put("op", "c").put("after", row))), "0/1:0"))
                .withMessage("A row of public.outbox has no type");
    }

    private void assertUnfit(String operation, Struct row, String sentence) {
        assertThatExceptionOfType(UnfitChangeException.class)
                .isThrownBy(() -> sent(operation, row))
                .withNoCause()
                .withMessageContaining(sentence);
    }

    private Optional<ProducerRecord<String, byte @Nullable []>> sent(String operation, @Nullable Struct row) {
        var envelope = new Struct(ENVELOPE).put("op", operation).put("after", row);
        return outbox.of(new Change(record(envelope)), "0/1:0");
    }

    private static SourceRecord record(@Nullable Struct envelope) {
        return new SourceRecord(Map.of(), Map.of(), "users.public.outbox", null, envelope);
    }

    private static Struct row(String type, String payload) {
        return new Struct(ROW)
                .put("id", ID)
                .put("type", type)
                .put("subject", ADA)
                .put("time", "2026-01-02T03:04:05.5Z")
                .put("payload", payload)
                .put("correlation_id", "request 7");
    }
}
