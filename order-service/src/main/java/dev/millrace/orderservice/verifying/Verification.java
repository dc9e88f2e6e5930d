package dev.millrace.orderservice.verifying;

import static dev.millrace.orderservice.verifying.VerificationState.RUNNING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification as it goes on: one thread works on it, others look at it or cancel it. */
final class Verification {

    private final UUID id;
    private final Pace pace;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Differences differences = new Differences();
    private final SortedSet<Integer> partitions = new TreeSet<>();
    private VerificationState state = RUNNING;
    private long done;
    private long total;
    private long orders;
    private Duration folding = Duration.ZERO;
    private @Nullable Instant endedAt;
    private @Nullable String detail;

    Verification(UUID id, Pace pace, InstantSource clock) {
        this.id = id;
        this.pace = pace;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    UUID id() {
        return id;
    }

    Pace pace() {
        return pace;
    }

    void differs(Difference difference) {
        differences.add(difference);
    }

    synchronized void expect(long offsets) {
        total += offsets;
    }

    synchronized void advance(long offsets) {
        done += offsets;
    }

    synchronized void folded(Duration more) {
        folding = folding.plus(more);
    }

    synchronized void compared(int more) {
        orders += more;
    }

    synchronized void covered(int partition) {
        partitions.add(partition);
    }

    synchronized boolean isRunning() {
        return state == RUNNING;
    }

    /** False when it had ended before: the first end is the one that counts. */
    synchronized boolean end(VerificationState end, @Nullable String why) {
        if (state != RUNNING) {
            return false;
        }
        state = end;
        detail = why;
        endedAt = clock.instant();
        pace.cancel();
        return true;
    }

    synchronized VerificationView view() {
        var now = endedAt == null ? clock.instant() : endedAt;
        return VerificationView.of(
                new VerificationView.Progress(id, state, done, Math.max(done, total), startedAt, now),
                folding,
                orders,
                new TreeSet<>(partitions),
                differences,
                detail);
    }
}
