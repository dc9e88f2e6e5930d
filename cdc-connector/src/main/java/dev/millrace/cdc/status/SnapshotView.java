package dev.millrace.cdc.status;

import dev.millrace.cdc.snapshot.TableSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table that is or was read anew, as callers see it.
 *
 * @param state reading, done or cancelled
 * @param estimated what PostgreSQL believes that the table holds
 */
record SnapshotView(
        UUID id,
        String table,
        String state,
        long rows,
        long estimated,
        Instant requestedAt,
        @Nullable Instant endedAt) {

    static List<SnapshotView> allOf(CaptureStatus status) {
        return status.snapshots().stream().map(SnapshotView::of).toList();
    }

    private static SnapshotView of(TableSnapshot snapshot) {
        return new SnapshotView(
                snapshot.id(),
                snapshot.table(),
                snapshot.state().name().toLowerCase(Locale.ROOT),
                snapshot.rows(),
                snapshot.estimated(),
                snapshot.requestedAt(),
                snapshot.endedAt());
    }
}
