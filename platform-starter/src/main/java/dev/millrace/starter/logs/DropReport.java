package dev.millrace.starter.logs;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then that lines were dropped, and how many. */
final class DropReport {

    private static final Logger log = LoggerFactory.getLogger(DropReport.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final LogCounts counts;
    private long reported;
    private long notBefore = System.nanoTime();

    DropReport(LogCounts counts) {
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
