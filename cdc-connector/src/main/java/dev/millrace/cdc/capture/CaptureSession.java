package dev.millrace.cdc.capture;

import dev.millrace.cdc.kafka.ChangeLog;
import dev.millrace.cdc.postgres.ChangeStream;
import dev.millrace.cdc.progress.CaptureState.Snapshotting;
import dev.millrace.cdc.progress.CaptureState.Streaming;
import dev.millrace.cdc.progress.Origin;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.progress.Progress;
import dev.millrace.cdc.records.Change;
import dev.millrace.cdc.records.ChangeRecords;
import dev.millrace.cdc.status.CaptureStatus;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes from one stream to one log. What has come is one transaction, of several batches while they are late and more follow;
 * a snapshot, however many batches it has, is one too, so that one which is broken off leaves nothing behind. Whatever fails
 * ends the session, and the next one begins from what is committed.
 */
final class CaptureSession {

    private final ChangeStream stream;
    private final ChangeLog log;
    private final ChangeRecords records;
    private final Snapshots snapshots;
    private final CaptureStatus status;
    private final Origin origin;
    private final Backlog backlog;
    private final Progress progress;
    private Position committed;
    private long written;
    private boolean insideSnapshot;
    private @Nullable Instant lastChange;

    CaptureSession(
            ChangeStream stream,
            ChangeLog log,
            ChangeRecords records,
            Snapshots snapshots,
            CaptureStatus status,
            Origin origin,
            Backlog backlog,
            Position committed) {
        this.stream = stream;
        this.log = log;
        this.records = records;
        this.snapshots = snapshots;
        this.status = status;
        this.origin = origin;
        this.backlog = backlog;
        this.committed = committed;
        this.progress = new Progress(committed);
    }

    /** Carries what has come; the records are in Kafka before PostgreSQL hears of it. */
    void carry() throws InterruptedException {
        snapshots.requireReading();
        var changes = stream.poll();
        for (var change : changes) {
            take(change);
        }
        if (!changes.isEmpty()) {
            insideSnapshot = changes.getLast().insideSnapshot();
        }
        if (insideSnapshot) {
            status.snapshotted(written);
        } else if (!backlog.goesOn(changes.size(), written, lastChange)) {
            commit();
        }
        if (!changes.isEmpty()) {
            status.heard(insideSnapshot ? new Snapshotting() : new Streaming());
        }
    }

    private void take(Change change) throws InterruptedException {
        var through = change.transactionsBefore();
        if (through != null) {
            progress.reach(through);
        }
        if (!change.isHeartbeat() && progress.advance()) {
            tell(change);
        }
        if (change.endsSnapshot()) {
            progress.restart(progress.position().lsn());
        }
    }

    private void tell(Change change) throws InterruptedException {
        var message = change.message();
        if (message.isPresent()) {
            tellRows(snapshots.hear(message.get()));
        } else {
            records.toKafka(change, progress.position()).ifPresent(record -> write(record, change.happenedAt()));
            snapshots.saw(change);
        }
    }

    /** All of them belong to one place of the log: Kafka has them together with it, or not at all. */
    private void tellRows(List<Change> rows) {
        for (var row = 0; row < rows.size(); row++) {
            records.toKafka(rows.get(row), progress.position(), row).ifPresent(record -> write(record, null));
        }
    }

    private void write(ProducerRecord<String, byte @Nullable []> record, @Nullable Instant happenedAt) {
        log.write(record);
        written++;
        lastChange = happenedAt == null ? lastChange : happenedAt;
    }

    private void commit() throws InterruptedException {
        var position = progress.position();
        if (!position.equals(committed)) {
            log.commit(position, origin);
            committed = position;
            status.committed(position, written, lastChange);
            written = 0;
            stream.confirm(position);
        }
    }
}
