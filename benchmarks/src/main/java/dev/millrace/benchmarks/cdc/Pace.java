package dev.millrace.benchmarks.cdc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Fixed times, whatever has become of those before. */
record Pace(int perSecond, long began) {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** In nanoseconds. */
    long timeOf(int index) {
        return began + index * SECOND / perSecond;
    }

    void await(int index) {
        for (var left = timeOf(index) - System.nanoTime(); left > 0; left = timeOf(index) - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
