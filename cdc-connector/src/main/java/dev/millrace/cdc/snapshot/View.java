package dev.millrace.cdc.snapshot;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader of PostgreSQL sees: every transaction before {@code next}, but for those that were {@code running}. Ids are of
 * 64 bits, so they never come round.
 */
public record View(long next, Set<Long> running) {

    public View {
        running = Set.copyOf(running);
    }

    /** @param text as pg_current_snapshot() writes it, such as 10:20:10,14,15 */
    public static View parse(String text) {
        var parts = text.split(":", -1);
        var running = Stream.of(parts[2].split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new View(Long.parseLong(parts[1]), running);
    }

    /** @param transaction as the log has it: the lower 32 bits of its id */
    public boolean sees(long transaction) {
        var id = next + (int) (transaction - next);
        return id < next && !running.contains(id);
    }

    /** Whether all have ended that may have been running when {@code earlier} was taken. */
    public boolean isPast(View earlier) {
        return running.stream().noneMatch(id -> id < earlier.next);
    }
}
