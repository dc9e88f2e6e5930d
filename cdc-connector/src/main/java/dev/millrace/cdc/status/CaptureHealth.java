package dev.millrace.cdc.status;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.progress.CaptureState.Paused;
import dev.millrace.cdc.progress.CaptureState.Snapshotting;
import dev.millrace.cdc.progress.CaptureState.Starting;
import dev.millrace.cdc.progress.CaptureState.Stopped;
import dev.millrace.cdc.progress.CaptureState.Streaming;
import dev.millrace.cdc.progress.CaptureState.Waiting;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while changes or heartbeats come through, not merely while a thread is alive; a paused capture is neither. */
final class CaptureHealth implements HealthIndicator {

    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(10);
    private static final int HEARTBEATS_MISSED = 10;

    private final CaptureStatus status;
    private final Clock clock;
    private final Duration silence;

    CaptureHealth(CaptureStatus status, CaptureProperties properties, Clock clock) {
        this.status = status;
        this.clock = clock;
        var missed = properties.heartbeat().multipliedBy(HEARTBEATS_MISSED);
        this.silence = missed.compareTo(SHORTEST_SILENCE) > 0 ? missed : SHORTEST_SILENCE;
    }

    @Override
    public Health health() {
        var health = judged();
        status.slot().warning().ifPresent(warning -> health.withDetail("warning", warning));
        status.slot().blindSpot().ifPresent(unknown -> health.withDetail("unknown", unknown));
        return health.build();
    }

    private Health.Builder judged() {
        return switch (status.state()) {
            case Streaming(), Snapshotting()
            when silent() -> down("Nothing was heard for " + silence.toSeconds() + " s.");
            case Streaming(), Snapshotting() -> Health.up();
            case Waiting(var reason) -> down(reason);
            case Blocked(var reason) -> down(reason);
            case Paused() -> Health.unknown().withDetail("reason", "Somebody has paused the capture.");
            case Starting() -> down("The capture is starting.");
            case Stopped() -> down("The capture is stopped.");
        };
    }

    private boolean silent() {
        return Duration.between(status.heard(), clock.instant()).compareTo(silence) > 0;
    }

    private static Health.Builder down(String reason) {
        return Health.down().withDetail("reason", reason);
    }
}
