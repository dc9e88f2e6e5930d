package dev.millrace.cdc.capture;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.kafka.ChangeLog;
import dev.millrace.cdc.kafka.ChangeLogs;
import dev.millrace.cdc.kafka.PositionTopic;
import dev.millrace.cdc.kafka.Standing;
import dev.millrace.cdc.postgres.SourceDatabase;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.progress.CaptureState.Paused;
import dev.millrace.cdc.progress.CaptureState.Stopped;
import dev.millrace.cdc.progress.Checkpoint;
import dev.millrace.cdc.progress.Origin;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.records.ChangeRecords;
import dev.millrace.cdc.status.CaptureStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a capture going: one thread, one session after the other, whatever ends them. */
final class Capture {

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(15);

    private final CaptureProperties properties;
    private final SourceDatabase database;
    private final ChangeLogs logs;
    private final PositionTopic positions;
    private final ChangeRecords records;
    private final CaptureStatus status;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    Capture(
            CaptureProperties properties,
            SourceDatabase database,
            ChangeLogs logs,
            PositionTopic positions,
            ChangeRecords records,
            CaptureStatus status) {
        this.properties = properties;
        this.database = database;
        this.logs = logs;
        this.positions = positions;
        this.records = records;
        this.status = status;
    }

    void start() {
        thread = Thread.ofPlatform().name("capture-" + properties.name()).start(this::keepCapturing);
        Thread.ofVirtual().name("slot-guard-" + properties.name()).start(new SlotGuard(database, status, stopping));
    }

    /** Lets a running transaction end. */
    void end() {
        stopping.countDown();
    }

    /** What does not end in time is aborted by whoever captures next. */
    void awaitEnd() throws InterruptedException {
        var running = thread;
        if (running != null && !running.join(GRACE)) {
            running.interrupt();
            running.join(GRACE);
        }
    }

    private void keepCapturing() {
        try {
            do {
                capture();
            } while (!stopping.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.atDebug().setCause(e).log("A capture was interrupted");
        } finally {
            status.become(new Stopped());
        }
    }

    private void capture() throws InterruptedException {
        try {
            database.requireReady();
            carryChanges();
        } catch (RuntimeException e) {
            status.become(Obstacles.of(e), e);
        }
    }

    /** The order matters: nobody else can write once the log is open, so what is read then is the last word. */
    private void carryChanges() throws InterruptedException {
        try (var log = logs.open(properties)) {
            var standing = positions.standing(properties.name());
            if (standing.paused()) {
                status.become(new Paused());
            } else {
                carryChangesTo(log, standing, database.origin());
            }
        }
    }

    private void carryChangesTo(ChangeLog log, Standing standing, Origin origin) throws InterruptedException {
        standing.checkpoint().ifPresent(checkpoint -> checkpoint.requireSame(origin));
        var position = standing.checkpoint().map(Checkpoint::position).orElse(null);
        if (position == null) {
            status.expect(database.estimatedRows());
        }
        var backlog = new Backlog(database.clock());
        try (var stream = database.changesAfter(position);
                var snapshots = new Snapshots(properties, database, log, status)) {
            snapshots.begin(standing);
            var from = position == null ? Position.at(0) : position;
            var session = new CaptureSession(stream, log, records, snapshots, status, origin, backlog, from);
            while (stopping.getCount() > 0) {
                session.carry();
            }
        }
    }

    private Duration pause() {
        return switch (status.state()) {
            case Blocked _, Paused _ -> LONG_PAUSE;
            default -> PAUSE;
        };
    }
}
