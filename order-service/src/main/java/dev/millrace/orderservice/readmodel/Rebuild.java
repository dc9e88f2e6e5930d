package dev.millrace.orderservice.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The making of a further version of a read model.
 *
 * @param done how many offsets of the events it has passed, of the total there were when it last looked
 * @param passedOver records that no version of the view can follow
 * @param detail what the comparison of the versions said, once there was one
 */
record Rebuild(
        UUID id,
        String readModel,
        int version,
        RebuildState state,
        boolean acceptsDifferences,
        long done,
        long total,
        long passedOver,
        Instant startedAt,
        Instant updatedAt,
        @Nullable String detail) {

    /** On average since it was asked for, outages and restarts included. */
    long recordsPerSecond() {
        return 1000 * done / Math.max(1, Duration.between(startedAt, updatedAt).toMillis());
    }

    /** At the rate so far; null while there is none. */
    @Nullable Duration timeLeft() {
        var rate = recordsPerSecond();
        return rate == 0 ? null : Duration.ofSeconds(Math.ceilDiv(Math.max(0, total - done), rate));
    }
}
