package dev.millrace.cdc.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of one table is.
 *
 * @param id of the request
 * @param estimated as many rows as PostgreSQL believes that the table has; 0 where it has not counted
 * @param rows so many were read
 * @param lastKey the primary key of the last of them, a text for each column; empty at the beginning
 * @param endedAt null until then
 */
public record TableSnapshot(
        UUID id,
        String table,
        State state,
        Instant requestedAt,
        long estimated,
        long rows,
        List<String> lastKey,
        @Nullable Instant endedAt) {

    /** What has become of a request. */
    public enum State {
        READING,
        DONE,
        CANCELLED
    }

    public TableSnapshot {
        lastKey = List.copyOf(lastKey);
    }

    public static TableSnapshot requested(UUID id, String table, long estimated, Instant at) {
        return new TableSnapshot(id, table, State.READING, at, estimated, 0, List.of(), null);
    }

    public boolean goesOn() {
        return state == State.READING;
    }

    public TableSnapshot readOn(long more, List<String> key) {
        var reached = key.isEmpty() ? lastKey : key;
        return new TableSnapshot(id, table, state, requestedAt, estimated, rows + more, reached, null);
    }

    public TableSnapshot ended(State how, Instant at) {
        return new TableSnapshot(id, table, how, requestedAt, estimated, rows, lastKey, at);
    }
}
