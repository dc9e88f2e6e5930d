package dev.millrace.cdc.status;

import dev.millrace.cdc.progress.CaptureState;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.progress.CaptureState.Starting;
import dev.millrace.cdc.progress.CaptureState.Streaming;
import dev.millrace.cdc.progress.CaptureState.Waiting;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.retention.SlotWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What a capture does at the moment: told by the thread that captures, asked by everybody. */
public final class CaptureStatus {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureStatus.class);

    private final String capture;
    private final Clock clock;
    private volatile CaptureState state = new Starting();
    private volatile Instant since;
    private volatile Instant heard;
    private volatile long records;
    private volatile @Nullable Position position;
    private volatile @Nullable Instant lastChange;
    private volatile Duration lag = Duration.ZERO;
    private volatile Snapshot snapshot = new Snapshot(0, 0);
    private final Rate rate = new Rate();
    private final SlotWatch slot = new SlotWatch();

    /**
     * How far a snapshot is.
     *
     * @param estimated what PostgreSQL believes that the tables hold
     */
    record Snapshot(long rows, long estimated) {}

    CaptureStatus(String capture, Clock clock) {
        this.capture = capture;
        this.clock = clock;
        this.since = clock.instant();
        this.heard = since;
    }

    public void become(CaptureState next) {
        become(next, null);
    }

    public void become(CaptureState next, @Nullable Throwable cause) {
        if (next.equals(state)) {
            return;
        }
        state = next;
        since = clock.instant();
        LOG.atLevel(levelOf(next))
                .setCause(cause)
                .addKeyValue("millrace.cdc.capture", capture)
                .addKeyValue("millrace.cdc.state", next)
                .log("The state of a capture has changed");
    }

    /** The database has said something. */
    public void heard(CaptureState state) {
        heard = clock.instant();
        become(state);
    }

    /** {@code position} is in Kafka, with {@code records} that were not there before; {@code last} of a row. */
    public void committed(Position position, long records, @Nullable Instant last) {
        this.position = position;
        this.records += records;
        rate.add(records, clock.instant());
        if (records == 0) {
            lag = Duration.ZERO;
        } else if (last != null) {
            lastChange = last;
            lag = Duration.between(last, clock.instant());
        }
    }

    /** If there is going to be a snapshot, it has about so many rows. */
    public void expect(long rows) {
        snapshot = new Snapshot(0, rows);
    }

    /** So many rows were read, and are in Kafka once all are. */
    public void snapshotted(long rows) {
        snapshot = new Snapshot(rows, snapshot.estimated());
    }

    /** What the slot retains. */
    public SlotWatch slot() {
        return slot;
    }

    public CaptureState state() {
        return state;
    }

    public String capture() {
        return capture;
    }

    Instant since() {
        return since;
    }

    Instant heard() {
        return heard;
    }

    long records() {
        return records;
    }

    @Nullable Position position() {
        return position;
    }

    @Nullable Instant lastChange() {
        return lastChange;
    }

    double recordsPerSecond() {
        return rate.perSecond(clock.instant());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** From the commit of the last change in the database to its commit in Kafka; while nothing is streamed, it grows. */
    Duration lag() {
        var silence = Duration.between(heard, clock.instant());
        return state instanceof Streaming || lag.compareTo(silence) > 0 ? lag : silence;
    }

    private static Level levelOf(CaptureState state) {
        return switch (state) {
            case Blocked _ -> Level.ERROR;
            case Waiting _ -> Level.WARN;
            default -> Level.INFO;
        };
    }
}
