package dev.millrace.cdc.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** What is said in the log, in so many words, and is no change of a row. */
    public Optional<String> message() {
        var envelope = envelope();
        if (envelope == null || !envelope.getString("op").equals("m")) {
            return Optional.empty();
        }
        var content = envelope.getStruct("message").get("content");
        return Optional.of(UTF_8.decode(((ByteBuffer) content).duplicate()).toString());
    }

    /** Which row of which table, by the texts of its primary key. */
    public List<String> key() {
        return Stream.concat(Stream.of(record.topic()), keyFields()).toList();
    }

    Stream<String> keyFields() {
        var key = (Struct) record.key();
        return key.schema().fields().stream().map(field -> String.valueOf(key.get(field)));
    }

    /** The id of the transaction, its lower 32 bits; null for a tombstone and for a row that a snapshot has read. */
    public @Nullable Long transaction() {
        var envelope = envelope();
        return envelope == null ? null : envelope.getStruct("source").getInt64("txId");
    }

    /** Null for the tombstone that follows a deletion. */
    @Nullable Struct envelope() {
        return (Struct) record.value();
    }

    private @Nullable Object offset(String field) {
        return record.sourceOffset().get(field);
    }
}
