package dev.millrace.cdc.kafka;

import dev.millrace.cdc.progress.Checkpoint;
import dev.millrace.cdc.progress.Origin;
import dev.millrace.cdc.progress.Position;
import org.jspecify.annotations.Nullable;

/** A checkpoint as JSON; older ones have no origin. */
record StoredCheckpoint(
        long lsn,
        long records,
        @Nullable String system,
        @Nullable Integer timeline) {

    static StoredCheckpoint of(Position position, Origin origin) {
        return new StoredCheckpoint(position.lsn(), position.records(), origin.system(), origin.timeline());
    }

    Checkpoint checkpoint() {
        var origin = system == null || timeline == null ? null : new Origin(system, timeline);
        return new Checkpoint(new Position(lsn, records), origin);
    }
}
