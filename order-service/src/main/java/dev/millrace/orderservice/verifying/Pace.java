package dev.millrace.orderservice.verifying;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets so many events pass in a second; whoever waits here learns at once that the work is cancelled. */
final class Pace {

    private final int eventsPerSecond;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private long free = System.nanoTime();

    Pace(int eventsPerSecond) {
        this.eventsPerSecond = eventsPerSecond;
    }

    void cancel() {
        cancelled.countDown();
    }

    /** Waits out what was let pass before. */
    void letPass(int events) {
        pause(Duration.ofNanos(Math.max(0, free - System.nanoTime())));
        free = System.nanoTime() + events * SECONDS.toNanos(1) / eventsPerSecond;
    }

    void pause(Duration duration) {
        try {
            if (cancelled.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CancellationException("The verification was cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The verification was interrupted");
        }
    }
}
