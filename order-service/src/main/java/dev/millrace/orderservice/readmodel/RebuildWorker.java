package dev.millrace.orderservice.readmodel;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries on with whatever rebuild is running, on a thread of its own: one that was just asked for, or one that an outage
 * or the end of a process left behind.
 */
@Component
final class RebuildWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RebuildWorker.class);

    /** So few records left are copied while the live view waits. */
    private static final long NEARLY_THERE = 5000;

    private final Rebuilds rebuilds;
    private final Rebuilding steps;
    private final ConsumerFactory<?, ?> consumers;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("read-model-rebuilds").unstarted(this::work);

    RebuildWorker(Rebuilds rebuilds, Rebuilding steps, ConsumerFactory<?, ?> consumers) {
        this.rebuilds = rebuilds;
        this.steps = steps;
        this.consumers = consumers;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void work() {
        try {
            do {
                carryOn();
            } while (!stopped.await(1, SECONDS));
        } catch (InterruptedException _) {
            log.atDebug().log("Read models are not rebuilt any more");
        }
    }

    private void carryOn() {
        try {
            rebuilds.running().ifPresent(this::carryOn);
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("A read model cannot be rebuilt, trying again");
        }
    }

    private void carryOn(Rebuild rebuild) {
        switch (rebuild.state()) {
            case COPYING -> copy(rebuild);
            case VERIFYING -> steps.compare(rebuild).ifPresent(comparison -> steps.end(rebuild, comparison));
            case SWITCHED, CANCELLED, FAILED -> {}
        }
    }

    private void copy(Rebuild rebuild) {
        steps.begin(rebuild).ifPresent(checkpoints -> {
            try (var events = new EventsFromTheStart(consumers, checkpoints)) {
                copy(rebuild, events);
            }
        });
    }

    private void copy(Rebuild rebuild, EventsFromTheStart events) {
        var stretch = events.next();
        while (stopped.getCount() > 0 && steps.copy(rebuild, stretch)) {
            if (stretch.left() <= NEARLY_THERE && events.behind(steps.activePosition(rebuild)) <= NEARLY_THERE) {
                steps.join(rebuild, events);
                return;
            }
            stretch = events.next();
        }
    }
}
