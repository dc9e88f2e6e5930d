package dev.millrace.orderservice.verifying;

import static dev.millrace.orderservice.verifying.VerificationState.RUNNING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification as an operator sees it.
 *
 * @param done offsets of the events, of the total of all passes known by now: a partition may turn out to need a further one
 * @param timeLeft at the rate so far; null while nothing is known, and at the end
 * @param folding how long it took to read the events of the passes that are over and to follow them, the waits of its pace included
 * @param orders how many were compared
 * @param partitions which were covered: those that this instance decides
 * @param differences the first of each place, of all that were counted
 */
record VerificationView(
        UUID id,
        VerificationState state,
        long done,
        long total,
        long eventsPerSecond,
        @Nullable Duration timeLeft,
        Instant startedAt,
        Instant updatedAt,
        Duration folding,
        long orders,
        SortedSet<Integer> partitions,
        long differencesFound,
        List<Difference> differences,
        @Nullable String detail) {

    /** How far it is, and since when. */
    record Progress(UUID id, VerificationState state, long done, long total, Instant startedAt, Instant updatedAt) {

        long eventsPerSecond() {
            return 1000
                    * done
                    / Math.max(1, Duration.between(startedAt, updatedAt).toMillis());
        }

        @Nullable Duration timeLeft() {
            return state != RUNNING || eventsPerSecond() == 0
                    ? null
                    : Duration.ofSeconds(Math.ceilDiv(total - done, eventsPerSecond()));
        }
    }

    static VerificationView of(
            Progress progress,
            Duration folding,
            long orders,
            SortedSet<Integer> partitions,
            Differences differences,
            @Nullable String detail) {
        return new VerificationView(
                progress.id(),
                progress.state(),
                progress.done(),
                progress.total(),
                progress.eventsPerSecond(),
                progress.timeLeft(),
                progress.startedAt(),
                progress.updatedAt(),
                folding,
                orders,
                partitions,
                differences.count(),
                differences.kept(),
                detail);
    }
}
