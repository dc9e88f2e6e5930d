package dev.millrace.cdc.capture;

import dev.millrace.cdc.postgres.ChangeStream;
import java.time.Duration;

/** When changes wait for those that follow, to share a transaction with them: every commit costs the same. */
final class Backlog {

    /** A second's work, which is done again when the process dies. */
    static final int MOST_RECORDS = 8 * ChangeStream.MOST_AT_ONCE;

    /** When a poll returns as many, in 5 ms, the next one returns some too. */
    static final int MANY = 16;

    private static final Duration LATE = Duration.ofSeconds(1);

    private Backlog() {}

    /**
     * @param changes of the last poll
     * @param written so many records wait already
     * @param late for how long the last of them was committed in the database: what is late loses little by waiting
     */
    static boolean goesOn(int changes, long written, Duration late) {
        var othersFollow = changes == ChangeStream.MOST_AT_ONCE || changes >= MANY && late.compareTo(LATE) > 0;
        return othersFollow && written < MOST_RECORDS;
    }
}
