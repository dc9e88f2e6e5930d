package dev.millrace.orderservice.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as an operator sees it.
 *
 * @param timeLeft at the rate so far; null while nothing is known, and at the end
 */
record RebuildView(
        UUID id,
        int version,
        RebuildState state,
        long done,
        long total,
        long passedOver,
        long recordsPerSecond,
        @Nullable Duration timeLeft,
        Instant startedAt,
        Instant updatedAt,
        @Nullable String detail) {

    static RebuildView of(Rebuild rebuild) {
        return new RebuildView(
                rebuild.id(),
                rebuild.version(),
                rebuild.state(),
                rebuild.done(),
                rebuild.total(),
                rebuild.passedOver(),
                rebuild.recordsPerSecond(),
                rebuild.state().isRunning() ? rebuild.timeLeft() : null,
                rebuild.startedAt(),
                rebuild.updatedAt(),
                rebuild.detail());
    }
}
