package dev.millrace.cdc.capture;

import dev.millrace.cdc.postgres.ChangeStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When changes wait for those that follow, to share a transaction with them: every commit costs the same.
 *
 * @param there the clock of the database, which says when changes were committed
 */
record Backlog(Clock there) {

    /** A second's work, which is done again when the process dies. */
    static final int MOST_RECORDS = 8 * ChangeStream.MOST_AT_ONCE;

    /** When a poll returns as many, in 5 ms, the next one returns some too. */
    static final int MANY = 16;

    private static final Duration LATE = Duration.ofSeconds(1);

    /**
     * @param changes of the last poll
     * @param written so many records wait already
     * @param last when the last of them was committed: what is late loses little by waiting
     */
    boolean goesOn(int changes, long written, @Nullable Instant last) {
        var othersFollow = changes == ChangeStream.MOST_AT_ONCE || changes >= MANY && isLate(last);
        return othersFollow && written < MOST_RECORDS;
    }

    private boolean isLate(@Nullable Instant last) {
        return last != null && last.plus(LATE).isBefore(there.instant());
    }
}
