package dev.millrace.orderservice.notifying;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs this instance's notifiers from start to stop of the service. */
@Component("notifying")
final class Notifiers implements SmartLifecycle, HealthIndicator {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Notifier> notifiers;

    Notifiers(NotifyingProperties settings, ShareGroup group, TaskHandler handler) {
        notifiers = IntStream.rangeClosed(1, settings.notifiers())
                .mapToObj(number -> new Notifier(Integer.toString(number), group, handler, stopped))
                .toList();
    }

    @Override
    public void start() {
        notifiers.forEach(Notifier::start);
    }

    /** Waits for the task that each has in hand, which would be handed out again otherwise. */
    @Override
    public void stop() {
        stopped.countDown();
        notifiers.forEach(Notifier::awaitEnd);
    }

    @Override
    public boolean isRunning() {
        return notifiers.stream().anyMatch(Notifier::isRunning);
    }

    @Override
    public Health health() {
        return (notifiers.stream().allMatch(Notifier::hasJoined) ? Health.up() : Health.outOfService()).build();
    }
}
