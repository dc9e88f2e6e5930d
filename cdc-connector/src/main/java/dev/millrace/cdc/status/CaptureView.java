package dev.millrace.cdc.status;

import dev.millrace.cdc.progress.CaptureState;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.progress.CaptureState.Waiting;
import dev.millrace.cdc.progress.Position;
import java.time.Instant;
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
        @Nullable Instant lastChange) {

    static CaptureView of(CaptureStatus status) {
        var state = status.state();
        return new CaptureView(
                status.capture(),
                state.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                reasonOf(state),
                status.since(),
                Optional.ofNullable(status.position()).map(Position::log).orElse(null),
                status.records(),
                status.lastChange());
    }

    private static @Nullable String reasonOf(CaptureState state) {
        return switch (state) {
            case Waiting(var reason) -> reason;
            case Blocked(var reason) -> reason;
            default -> null;
        };
    }
}
