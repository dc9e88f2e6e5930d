package dev.millrace.cdc.kafka;

import dev.millrace.cdc.progress.Checkpoint;
import dev.millrace.cdc.snapshot.TableSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a capture stands, as its last writer and its operators have left it.
 *
 * @param paused whether somebody wants it to wait
 * @param checkpoint empty where no snapshot of all tables was through yet
 * @param tables that it captured then; empty where that was not written yet
 * @param snapshots the last one of each table that was read anew
 */
public record Standing(
        boolean paused, Optional<Checkpoint> checkpoint, Set<String> tables, List<TableSnapshot> snapshots) {

    public Standing {
        tables = Set.copyOf(tables);
        snapshots = List.copyOf(snapshots);
    }
}
