package dev.millrace.cdc.kafka;

import dev.millrace.cdc.CaptureProperties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody wants of a capture, written down beside its position: it holds for every instance and after restarts.
 * Whoever captures at the moment is fenced, and finds it before it writes again.
 */
@Component
public final class Interventions {

    private final ChangeLogs logs;
    private final PositionTopic positions;

    Interventions(ChangeLogs logs, PositionTopic positions) {
        this.logs = logs;
        this.positions = positions;
    }

    public void pause(CaptureProperties capture) {
        write(capture, positions.pause(capture.name(), true));
    }

    public void resume(CaptureProperties capture) {
        write(capture, positions.pause(capture.name(), false));
    }

    /** Forgets the position: the next session drops the slot and makes a snapshot. */
    public void startOver(CaptureProperties capture) {
        write(capture, positions.forget(capture.name()));
    }

    private void write(CaptureProperties capture, ProducerRecord<String, byte @Nullable []> wish) {
        try (var log = logs.open(capture)) {
            log.commit(wish);
        }
    }
}
