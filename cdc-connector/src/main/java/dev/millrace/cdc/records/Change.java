package dev.millrace.cdc.records;

import java.time.Instant;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** What Debezium says, in the words that matter here. */
public record Change(SourceRecord record) {

    private static final String HEARTBEATS = "__debezium-heartbeat.";

    /** A heartbeat only tells how far the log is through. */
    public boolean isHeartbeat() {
        return record.topic().startsWith(HEARTBEATS);
    }

    /** Whether this is a row as a snapshot has found it. */
    boolean ofSnapshot() {
        return offset("snapshot") != null;
    }

    public boolean endsSnapshot() {
        return Boolean.TRUE.equals(offset("snapshot_completed"));
    }

    public boolean insideSnapshot() {
        return ofSnapshot() && !endsSnapshot();
    }

    /** When the transaction was committed; a tombstone takes the time of the deletion before it. */
    public @Nullable Instant happenedAt() {
        var envelope = envelope();
        return envelope == null
                ? null
                : Instant.ofEpochMilli(envelope.getStruct("source").getInt64("ts_ms"));
    }

    /**
     * Where in the log the transactions before this change end: for a row of a snapshot, and for the heartbeat after it,
     * the place that the snapshot was taken at; null in the first transaction of a new slot.
     */
    public @Nullable Long transactionsBefore() {
        var committed = (Long) offset("lsn_commit");
        var streamed = offset("lsn_proc") != null;
        return committed != null || streamed ? committed : (Long) offset("lsn");
    }

    /** Null for the tombstone that follows a deletion. */
    @Nullable Struct envelope() {
        return (Struct) record.value();
    }

    private @Nullable Object offset(String field) {
        return record.sourceOffset().get(field);
    }
}
