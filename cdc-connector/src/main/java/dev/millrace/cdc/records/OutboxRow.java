package dev.millrace.cdc.records;

import dev.millrace.contracts.events.CloudEvent;
import java.time.Instant;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** A row of an outbox: an event's attributes, and its payload as JSON. */
record OutboxRow(
        String id,
        String type,
        String subject,
        Instant time,
        String payload,
        @Nullable String correlationId,
        @Nullable String traceparent) {

    static OutboxRow of(Struct row) {
        return new OutboxRow(
                text(row, "id"),
                text(row, "type"),
                text(row, "subject"),
                UtcTimes.parse(text(row, "time")),
                text(row, "payload"),
                textIfAny(row, "correlation_id"),
                textIfAny(row, "traceparent"));
    }

    CloudEvent from(String source) {
        return new CloudEvent(id, type, source, time, subject, correlationId, null, traceparent);
    }

    private static String text(Struct row, String column) {
        var text = textIfAny(row, column);
        if (text == null) {
            throw new UnfitChangeException("A row of the outbox has no " + column);
        }
        return text;
    }

    private static @Nullable String textIfAny(Struct row, String column) {
        try {
            return row.schema().field(column) == null ? null : row.getString(column);
        } catch (DataException _) {
            throw new UnfitChangeException(
                    "The outbox's column %s is of another type than it should be".formatted(column));
        }
    }
}
