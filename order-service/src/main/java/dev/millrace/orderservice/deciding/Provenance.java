package dev.millrace.orderservice.deciding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.contracts.events.CloudEvent;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Where events and results come from: it travels in their headers.
 *
 * @param actor who asked; null for a command that does not say
 * @param traceparent the W3C trace context of the request; null for a command that came without
 */
record Provenance(
        UUID commandId,
        String correlationId,
        @Nullable String actor,
        @Nullable String traceparent) {

    private static final String SOURCE = "/" + OrderTopology.SERVICE;
    private static final int TRACE_ID_FROM = "00-".length();
    private static final int TRACE_ID_TO = TRACE_ID_FROM + 32;

    /** A command without a correlation id starts one. */
    static Provenance of(Headers command, UUID commandId) {
        var correlation = text(command, CloudEvent.CORRELATION_ID);
        return new Provenance(
                commandId,
                correlation == null ? commandId.toString() : correlation,
                text(command, CloudEvent.ACTOR),
                text(command, CloudEvent.TRACEPARENT));
    }

    @Nullable String traceId() {
        return traceparent == null || traceparent.length() < TRACE_ID_TO
                ? null
                : traceparent.substring(TRACE_ID_FROM, TRACE_ID_TO);
    }

    Headers headers(String id, SpecificRecord value, Instant time, UUID orderId) {
        var headers = new RecordHeaders();
        new CloudEvent(
                        id,
                        CloudEvent.typeOf(value),
                        SOURCE,
                        time,
                        orderId.toString(),
                        correlationId,
                        commandId.toString(),
                        actor,
                        traceparent)
                .writeTo(headers, value);
        return headers;
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
