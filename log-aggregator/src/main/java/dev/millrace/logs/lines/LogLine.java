package dev.millrace.logs.lines;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What a record of the log topic turns out to be. */
public sealed interface LogLine {

    /** Elasticsearch refuses a whole request for one longer id. */
    int LONGEST_ID = 512;

    /**
     * A line that can be filed.
     *
     * @param id tells the line from every other, so that it is filed once however often it is delivered
     * @param day in UTC
     */
    record Entry(String id, LocalDate day) implements LogLine {}

    /** A line of a day whose index is deleted already, or would be soon. */
    record Expired() implements LogLine {}

    /** Nothing that can be filed, whoever wrote it. */
    record Garbage(String reason) implements LogLine {}

    static LogLine read(byte @Nullable [] bytes, Lifetime lifetime) {
        try {
            var fields = bytes == null ? null : LineFields.of(bytes);
            return fields == null ? new Garbage("The line is not one JSON object") : read(fields, lifetime);
        } catch (JacksonException e) {
            return new Garbage("The line is not JSON: " + e.getOriginalMessage());
        } catch (DateTimeException e) {
            return new Garbage("@timestamp is no instant of ISO 8601");
        }
    }

    private static LogLine read(LineFields fields, Lifetime lifetime) {
        var id = fields.eventId();
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            return new Garbage("The line has no event.id of 1 to %d characters".formatted(LONGEST_ID));
        }
        var timestamp = fields.timestamp();
        if (timestamp == null) {
            return new Garbage("The line has no @timestamp");
        }
        return read(id, LocalDate.ofInstant(Instant.parse(timestamp), ZoneOffset.UTC), lifetime);
    }

    private static LogLine read(String id, LocalDate day, Lifetime lifetime) {
        if (lifetime.isAhead(day)) {
            return new Garbage("@timestamp is more than a day ahead");
        }
        return lifetime.isOver(day) ? new Expired() : new Entry(id, day);
    }
}
