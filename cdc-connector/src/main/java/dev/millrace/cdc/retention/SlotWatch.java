package dev.millrace.cdc.retention;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows what a slot retains over the last minute, and warns before there is no room left for it. */
public final class SlotWatch {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofHours(1);

    private final Deque<RetainedLog> recent = new ArrayDeque<>();

    public synchronized void observe(RetainedLog now) {
        var start = now.at().minus(WINDOW);
        recent.removeIf(reading -> reading.at().isBefore(start));
        recent.addLast(now);
    }

    /** The slot is gone. */
    public synchronized void forget() {
        recent.clear();
    }

    public synchronized @Nullable RetainedLog last() {
        return recent.peekLast();
    }

    public synchronized @Nullable Forecast forecast() {
        return recent.isEmpty() ? null : Forecast.between(recent.getFirst(), recent.getLast());
    }

    /** Says so while PostgreSQL is about to give the slot up. */
    public Optional<String> warning() {
        return Optional.ofNullable(forecast())
                .filter(forecast -> forecast.isShorterThan(SHORT))
                .map(Forecast::left)
                .map(left ->
                        ("The log that the slot retains grows, and reaches max_slot_wal_keep_size or log-on-disk in about %d min:"
                                        + " see why the capture is slow or waits, or give it more room.")
                                .formatted(left.toMinutes()));
    }

    /** What no forecast can be made of. */
    public Optional<String> blindSpot() {
        return Optional.ofNullable(last())
                .filter(log -> log.safe() == null)
                .map(
                        _ ->
                                "PostgreSQL has no max_slot_wal_keep_size, so the log that the slot retains may fill the disk of"
                                        + " the database; how much is free there it does not tell, but log-on-disk of the capture can.");
    }
}
