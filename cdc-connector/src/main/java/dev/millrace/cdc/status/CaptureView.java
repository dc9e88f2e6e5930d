package dev.millrace.cdc.status;

import dev.millrace.cdc.progress.CaptureState;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.progress.CaptureState.Snapshotting;
import dev.millrace.cdc.progress.CaptureState.Waiting;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.retention.Forecast;
import dev.millrace.cdc.retention.RetainedLog;
import dev.millrace.cdc.status.CaptureStatus.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A capture as callers see it. */
record CaptureView(
        String name,
        String state,
        @Nullable String reason,
        Instant since,
        @Nullable String position,
        long records,
        double recordsPerSecond,
        @Nullable Instant lastChange,
        LagView lag,
        @Nullable SlotView slot,
        @Nullable Snapshot snapshot,
        List<SnapshotView> snapshots) {

    /** @param bytes of the log that PostgreSQL has not heard to be in Kafka; null while it is away */
    record LagView(@Nullable Long bytes, double seconds) {

        static LagView of(CaptureStatus status) {
            var behind = Optional.ofNullable(status.slot().last()).map(RetainedLog::behind);
            return new LagView(behind.orElse(null), status.lag().toMillis() / 1000.0);
        }
    }

    /**
     * @param safeBytes so much may be written until PostgreSQL gives the slot up or its disk is full; null where no limit is known
     * @param secondsLeft until then, if it goes on like this; null where it does not come to that
     * @param unknown why nobody can say how long it goes well; null where it can be said
     */
    record SlotView(
            long retainedBytes,
            double growthPerSecond,
            @Nullable Long safeBytes,
            @Nullable Long secondsLeft,
            @Nullable String unknown) {

        static SlotView of(RetainedLog log, Forecast forecast, @Nullable String unknown) {
            var left = Optional.ofNullable(forecast.left()).map(Duration::toSeconds);
            return new SlotView(log.retained(), forecast.growth(), log.safe(), left.orElse(null), unknown);
        }
    }

    static CaptureView of(CaptureStatus status) {
        var state = status.state();
        return new CaptureView(
                status.capture(),
                state.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                reasonOf(state),
                status.since(),
                Optional.ofNullable(status.position()).map(Position::log).orElse(null),
                status.throughput().records(),
                status.recordsPerSecond(),
                status.throughput().lastChange(),
                LagView.of(status),
                slotOf(status),
                state instanceof Snapshotting ? status.snapshot() : null,
                SnapshotView.allOf(status));
    }

    private static @Nullable SlotView slotOf(CaptureStatus status) {
        var slot = status.slot();
        var log = slot.last();
        var forecast = slot.forecast();
        return log == null || forecast == null
                ? null
                : SlotView.of(log, forecast, slot.blindSpot().orElse(null));
    }

    private static @Nullable String reasonOf(CaptureState state) {
        return switch (state) {
            case Waiting(var reason) -> reason;
            case Blocked(var reason) -> reason;
            default -> null;
        };
    }
}
