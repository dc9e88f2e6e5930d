package dev.millrace.broker.groups;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a group had read in one partition at one moment.
 *
 * @param committed offset of the record it reads next
 * @param start offset of the oldest record that is still there
 * @param end offset after the last committed record
 * @param firstUnread when the first record it has not read was written; null where it has read everything, even if markers of
 *     transactions, which no reader ever sees, stand between it and the end
 */
record Position(
        Instant at,
        long committed,
        long start,
        long end,
        @Nullable Instant firstUnread) {

    /** Offsets between the group and the end: records, and markers of transactions. */
    long lag() {
        return firstUnread == null ? 0 : end - Math.max(committed, start);
    }

    Duration timeLag() {
        return firstUnread == null || firstUnread.isAfter(at) ? Duration.ZERO : Duration.between(firstUnread, at);
    }

    /** Offsets that were deleted before the group had read them. */
    long lost() {
        return Math.max(0, start - committed);
    }
}
