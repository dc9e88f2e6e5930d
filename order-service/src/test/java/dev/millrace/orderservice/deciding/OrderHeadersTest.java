package dev.millrace.orderservice.deciding;

import static dev.millrace.orderservice.deciding.Commands.NOON;
import static dev.millrace.orderservice.deciding.Commands.ORDER;
import static dev.millrace.orderservice.deciding.Commands.place;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.events.CloudEvent;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderHeadersTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final DecidingInMemory deciding = new DecidingInMemory();
    private final UUID command = UUID.randomUUID();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void tellWhereAnEventCameFrom() {
        deciding.send(ORDER.toString(), place(command), headers());

        assertThat(CloudEvent.readFrom(deciding.events().getFirst().headers()))
                .isEqualTo(new CloudEvent(
                        ORDER + ":1",
                        "OrderPlaced",
                        "/order-service",
                        NOON,
                        ORDER.toString(),
                        "one shopping trip",
                        command.toString(),
                        "ada",
                        TRACE));
        assertThat(deciding.history().get(new EventKey(ORDER, 1)).getActor()).isEqualTo("ada");
    }

    @Test
    void sayWhichVersionOfItsSchemaAnEventHas() {
        deciding.send(place(command));

        var schema = deciding.events().getFirst().headers().lastHeader(CloudEvent.DATA_SCHEMA);
        assertThat(new String(schema.value(), UTF_8))
                .isEqualTo("urn:millrace:schema:dev.millrace.orders.events.OrderPlaced:3");
    }

    @Test
    void leadAResultBackToItsRequest() {
        deciding.send(ORDER.toString(), place(command), headers());

        var headers = deciding.results().getFirst().headers();
        assertThat(new String(headers.lastHeader(OrderTopology.REQUEST_ID).value(), UTF_8))
                .isEqualTo("request 1");
        assertThat(CloudEvent.readFrom(headers).type()).isEqualTo("CommandAccepted");
    }

    @Test
    void startACorrelationWhereACommandHasNone() {
        deciding.send(place(command));

        var event = CloudEvent.readFrom(deciding.events().getFirst().headers());
        assertThat(event.correlationId()).isEqualTo(command.toString());
        assertThat(event.actor()).isNull();
        assertThat(event.traceparent()).isNull();
    }

    private static Headers headers() {
        return new RecordHeaders()
                .add(CloudEvent.CORRELATION_ID, "one shopping trip".getBytes(UTF_8))
                .add(CloudEvent.ACTOR, "ada".getBytes(UTF_8))
                .add(CloudEvent.TRACEPARENT, TRACE.getBytes(UTF_8))
                .add(OrderTopology.REQUEST_ID, "request 1".getBytes(UTF_8));
    }
}
