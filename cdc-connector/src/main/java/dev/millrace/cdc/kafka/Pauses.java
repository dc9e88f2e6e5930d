package dev.millrace.cdc.kafka;

import dev.millrace.cdc.CaptureProperties;
import org.springframework.stereotype.Component;

/** Which captures are paused: written down beside the positions, so it holds for every instance and after restarts. */
@Component
public final class Pauses {

    private final ChangeLogs logs;
    private final PositionTopic positions;

    Pauses(ChangeLogs logs, PositionTopic positions) {
        this.logs = logs;
        this.positions = positions;
    }

    /** Whoever writes at the moment is fenced, and finds this before it writes again. */
    public void pause(CaptureProperties capture) {
        note(capture, true);
    }

    public void resume(CaptureProperties capture) {
        note(capture, false);
    }

    /** Only for the one who has the change log open. */
    public boolean isPaused(CaptureProperties capture) {
        return positions.isPaused(capture.name());
    }

    private void note(CaptureProperties capture, boolean paused) {
        try (var log = logs.open(capture)) {
            log.commit(positions.pause(capture.name(), paused));
        }
    }
}
