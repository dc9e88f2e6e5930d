package dev.millrace.contracts.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millrace.orders.commands.CancelOrder;
import dev.millrace.orders.events.OrderPlaced;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {

    private static final CloudEvent COMMAND = CloudEvent.of(
                    "c1", "PlaceOrder", "/order-service", Instant.parse("2026-11-22T10:00:00Z"), "o1")
            .correlatedWith("r1")
            .askedForBy("ada");

    private final Headers headers = new RecordHeaders();

    @Test
    void readsWhatItWrote() {
        COMMAND.writeTo(headers);
        assertThat(CloudEvent.readFrom(headers)).isEqualTo(COMMAND);
    }

    @Test
    void writesTheHeadersOfTheBinaryMode() {
        var event = CloudEvent.of("o1:1", "OrderPlaced", "/order-service", Instant.parse("2026-11-22T10:00:01Z"), "o1")
                .causedBy(COMMAND);
        event.writeTo(headers);
        assertThat(text("ce_specversion")).isEqualTo("1.0");
        assertThat(text("ce_id")).isEqualTo("o1:1");
        assertThat(text("ce_type")).isEqualTo("OrderPlaced");
        assertThat(text("ce_source")).isEqualTo("/order-service");
        assertThat(text("ce_time")).isEqualTo("2026-11-22T10:00:01Z");
        assertThat(text("ce_subject")).isEqualTo("o1");
        assertThat(text("content-type")).isEqualTo("application/avro");
        assertThat(text("correlationid")).isEqualTo("r1");
        assertThat(text("causationid")).isEqualTo("c1");
        assertThat(text("actor")).isEqualTo("ada");
        assertThat(headers.lastHeader("traceparent")).isNull();
    }

    @Test
    void saysWhichVersionOfItsSchemaAValueHas() {
        var note = CancelOrder.newBuilder()
                .setOrderId(new UUID(0, 1))
                .setCommandId(new UUID(0, 2))
                .setAt(Instant.EPOCH)
                .build();
        assertThat(text(COMMAND.toRecord("any", "o1", note).headers(), "ce_dataschema"))
                .isEqualTo("urn:millrace:schema:dev.millrace.orders.commands.CancelOrder:1");
        assertThat(DataSchema.of(OrderPlaced.getClassSchema()))
                .isEqualTo("urn:millrace:schema:dev.millrace.orders.events.OrderPlaced:3");
    }

    @Test
    void replacesTheHeadersOfTheRecordItCameFrom() {
        COMMAND.writeTo(headers);
        CloudEvent.of("o1:1", "OrderPlaced", "/order-service", Instant.EPOCH, "o1")
                .writeTo(headers);
        assertThat(headers.headers("ce_id")).hasSize(1);
        assertThat(headers.lastHeader("correlationid")).isNull();
        assertThat(headers.lastHeader("actor")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_time", "ce_subject"})
    void namesTheHeaderThatIsMissing(String name) {
        COMMAND.writeTo(headers);
        headers.remove(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudEvent.readFrom(headers))
                .withMessageContaining(name);
    }

    @Test
    void refusesAnotherVersionAndAMalformedTime() {
        COMMAND.writeTo(headers);
        headers.remove("ce_time").add("ce_time", "yesterday".getBytes(UTF_8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudEvent.readFrom(headers))
                .withMessageContaining("ce_time");
        headers.remove("ce_specversion").add("ce_specversion", "0.3".getBytes(UTF_8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudEvent.readFrom(headers))
                .withMessageContaining("1.0");
    }

    @Test
    void makesARecordThatCarriesTheHeaders() {
        var record = COMMAND.toRecord("commands.orders", "o1", null);
        assertThat(record.key()).isEqualTo("o1");
        assertThat(record.value()).isNull();
        assertThat(CloudEvent.readFrom(record.headers())).isEqualTo(COMMAND);
    }

    private String text(String name) {
        return text(headers, name);
    }

    private static String text(Headers headers, String name) {
        return new String(requireNonNull(headers.lastHeader(name)).value(), UTF_8);
    }
}
