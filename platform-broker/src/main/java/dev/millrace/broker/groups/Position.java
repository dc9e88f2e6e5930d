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
 * @param retention for how long records are kept at least; null where age does not delete them
 * @param keeps how many of the newest offsets are kept at least; null where size does not delete them
 */
record Position(
        Instant at,
        long committed,
        long start,
        long end,
        @Nullable Instant firstUnread,
        @Nullable Duration retention,
        @Nullable Long keeps) {

    /** Offsets between the group and the end: records, and markers of transactions. */
    long lag() {
        return firstUnread == null ? 0 : end - Math.max(committed, start);
    }

    Duration timeLag() {
        return firstUnread == null || firstUnread.isAfter(at) ? Duration.ZERO : Duration.between(firstUnread, at);
    }

    /** How long the first record that it has not read is safe from deletion by age; null when it always is, or there is none. */
    @Nullable Duration safeFor() {
        if (firstUnread == null || retention == null) {
            return null;
        }
        var left = retention.minus(Duration.between(firstUnread, at));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Offsets that were deleted before the group had read them, if only markers of transactions. */
    long lost() {
        return Math.max(0, start - committed);
    }
}
