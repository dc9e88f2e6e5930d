package dev.millrace.cdc.records;

import dev.millrace.contracts.events.CloudEvent;
import java.time.DateTimeException;
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

    static OutboxRow of(Struct row, String table) {
        var columns = new Columns(row, table);
        return new OutboxRow(
                columns.text("id"),
                columns.text("type"),
                columns.text("subject"),
                columns.time("time"),
                columns.text("payload"),
                columns.textIfAny("correlation_id"),
                columns.textIfAny("traceparent"));
    }

    CloudEvent from(String source) {
        return new CloudEvent(id, type, source, time, subject, correlationId, null, null, traceparent);
    }

    private record Columns(Struct row, String table) {

        String text(String column) {
            var text = textIfAny(column);
            if (text == null) {
                throw new UnfitChangeException("A row of %s has no %s".formatted(table, column));
            }
            return text;
        }

        @Nullable String textIfAny(String column) {
            try {
                return row.schema().field(column) == null ? null : row.getString(column);
            } catch (DataException _) {
                throw new UnfitChangeException(
                        "The column %s of %s is of another type than it should be".formatted(column, table));
            }
        }

        Instant time(String column) {
            try {
                return UtcTimes.parse(text(column));
            } catch (DateTimeException _) {
                throw new UnfitChangeException(
                        ("The column %s of %s holds no point in time for the event %s: correct what writes it. POST"
                                        + " /captures/{name}/start-over passes over what is no longer in the table.")
                                .formatted(column, table, text("id")));
            }
        }
    }
}
