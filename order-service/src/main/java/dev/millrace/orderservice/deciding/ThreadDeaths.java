package dev.millrace.orderservice.deciding;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

import dev.millrace.starter.outages.Outages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the death of a stream thread: an outage passes, so a new thread goes on after a pause; anything else may be tried
 * again a few times, after which it is fatal and the process should be replaced.
 */
final class ThreadDeaths implements StreamsUncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ThreadDeaths.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int TRIES = 3;

    private final InstantSource clock;
    private final Duration pause;
    private final Deque<Instant> unexplained = new ArrayDeque<>();
    private volatile @Nullable Throwable fatal;

    ThreadDeaths() {
        this(InstantSource.system(), PAUSE);
    }

    ThreadDeaths(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        var response = Outages.caused(cause) || isWorthAnotherTry() ? REPLACE_THREAD : SHUTDOWN_CLIENT;
        log.atError().setCause(cause).addKeyValue("event.outcome", response).log("A stream thread died");
        if (response == SHUTDOWN_CLIENT) {
            fatal = cause;
        } else {
            pause();
        }
        return response;
    }

    /** Why deciding has stopped for good. */
    Optional<Throwable> fatal() {
        return Optional.ofNullable(fatal);
    }

    private synchronized boolean isWorthAnotherTry() {
        var now = clock.instant();
        unexplained.removeIf(death -> death.isBefore(now.minus(MEMORY)));
        unexplained.add(now);
        return unexplained.size() <= TRIES;
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
