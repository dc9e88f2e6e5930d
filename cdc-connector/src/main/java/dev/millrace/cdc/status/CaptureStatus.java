package dev.millrace.cdc.status;

import dev.millrace.cdc.progress.CaptureState;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.progress.CaptureState.Starting;
import dev.millrace.cdc.progress.CaptureState.Streaming;
import dev.millrace.cdc.progress.CaptureState.Waiting;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.retention.SlotWatch;
import dev.millrace.cdc.snapshot.TableSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private volatile @Nullable Position position;
    private volatile Snapshot snapshot = new Snapshot(0, 0);
    private volatile List<TableSnapshot> snapshots = List.of();
    private final Throughput throughput = new Throughput();
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
        throughput.add(records, last, clock.instant());
    }

    /** A snapshot begins, of about so many rows. */
    public void expect(long rows) {
        snapshot = new Snapshot(0, rows);
    }

    /** So many rows were read, and are in Kafka once all are. */
    public void snapshotted(long rows) {
        snapshot = new Snapshot(rows, snapshot.estimated());
    }

    /** The last one of each table that was read anew. */
    public void snapshots(List<TableSnapshot> all) {
        snapshots = all;
    }

    List<TableSnapshot> snapshots() {
        return snapshots;
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

    Throughput throughput() {
        return throughput;
    }

    @Nullable Position position() {
        return position;
    }

    double recordsPerSecond() {
        return throughput.perSecond(clock.instant());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Of the last change, as long as there is a stream; without one it grows. */
    Duration lag() {
        var lag = throughput.lag();
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
