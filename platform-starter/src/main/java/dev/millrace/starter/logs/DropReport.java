package dev.millrace.starter.logs;

import java.time.Duration;
import org.slf4j.Logger;

/** Says now and then that lines were dropped, and how many. */
final class DropReport {

    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Logger log;
    private final LogCounts counts;
    private long reported;
    private long notBefore = System.nanoTime();

    DropReport(Logger log, LogCounts counts) {
        this.log = log;
        this.counts = counts;
    }

    void writeIfDue() {
        var dropped = counts.dropped();
        if (dropped > reported && System.nanoTime() - notBefore >= 0) {
            log.atWarn().addKeyValue("event.dropped", dropped - reported).log("Log lines were dropped on their way");
            reported = dropped;
            notBefore = System.nanoTime() + PAUSE_NANOS;
        }
    }
}
