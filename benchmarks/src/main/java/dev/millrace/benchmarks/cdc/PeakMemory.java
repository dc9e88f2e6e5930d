package dev.millrace.benchmarks.cdc;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The most memory that a process has held, looked at four times a second. */
final class PeakMemory implements AutoCloseable {

    private static final int BETWEEN_LOOKS_MILLIS = 250;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong peak = new AtomicLong();

    PeakMemory(Connector connector) {
        var _ = looking.scheduleWithFixedDelay(
                () -> peak.accumulateAndGet(connector.memory(), Math::max),
                0,
                BETWEEN_LOOKS_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    long bytes() {
        if (peak.get() == 0) {
            throw new IllegalStateException("The process tells nothing about its memory");
        }
        return peak.get();
    }

    @Override
    public void close() {
        looking.close();
    }
}
