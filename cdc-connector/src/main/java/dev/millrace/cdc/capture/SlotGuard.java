package dev.millrace.cdc.capture;

import dev.millrace.cdc.postgres.SourceDatabase;
import dev.millrace.cdc.status.CaptureStatus;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Looks at what a capture's slot makes PostgreSQL keep, whether or not this instance or any other reads it. */
final class SlotGuard implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SlotGuard.class);
    private static final int PERIOD_SECONDS = 5;

    private final SourceDatabase database;
    private final CaptureStatus status;
    private final CountDownLatch stopping;
    private boolean warned;

    SlotGuard(SourceDatabase database, CaptureStatus status, CountDownLatch stopping) {
        this.database = database;
        this.status = status;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        try {
            do {
                look();
            } while (!stopping.await(PERIOD_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away is told of by the capture. */
    private void look() {
        var slot = status.slot();
        try {
            database.retainedLog().ifPresentOrElse(slot::observe, slot::forget);
            warnOnce();
        } catch (DataAccessException e) {
            slot.forget();
            LOG.atDebug().setCause(e).log("A slot could not be looked at");
        }
    }

    private void warnOnce() {
        var warning = status.slot().warning();
        if (warning.isPresent() && !warned) {
            LOG.atWarn().addKeyValue("millrace.cdc.capture", status.capture()).log(warning.get());
        }
        warned = warning.isPresent();
    }
}
