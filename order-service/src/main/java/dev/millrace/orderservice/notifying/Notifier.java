package dev.millrace.orderservice.notifying;

import static dev.millrace.contracts.Topics.NOTIFICATION_TASKS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.apache.kafka.clients.consumer.AcknowledgeType.RELEASE;
import static org.apache.kafka.clients.consumer.AcknowledgeType.RENEW;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One member of the share group, on a thread of its own: takes tasks, does each, and acknowledges each by itself. */
final class Notifier {

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PAUSE_SECONDS = 1;
    private static final Duration LAST_TASK = Duration.ofSeconds(10);
    private static final Set<AcknowledgeType> TO_BE_TRIED_AGAIN = EnumSet.of(RENEW, RELEASE);

    private final String name;
    private final ShareGroup group;
    private final TaskHandler handler;
    private final CountDownLatch stopped;
    private final Thread thread;
    private volatile boolean joined;

    Notifier(String name, ShareGroup group, TaskHandler handler, CountDownLatch stopped) {
        this.name = name;
        this.group = group;
        this.handler = handler;
        this.stopped = stopped;
        this.thread = Thread.ofPlatform().name("notifier-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Once {@code stopped} has been counted down; not longer than {@link #LAST_TASK}. */
    void awaitEnd() {
        try {
            if (!thread.join(LAST_TASK)) {
                log.atWarn().addKeyValue("millrace.notifier", name).log("A notifier is left in the middle of a task");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    boolean hasJoined() {
        return joined;
    }

    private void run() {
        try {
            do {
                membership();
            } while (!stopped.await(PAUSE_SECONDS, SECONDS));
        } catch (InterruptedException _) {
            log.atDebug().log("Customers are not notified any more");
        }
    }

    /** Whatever ends it early, what was not acknowledged is handed out again. */
    private void membership() throws InterruptedException {
        try {
            group.configure();
            try (var tasks = group.join(name, NOTIFICATION_TASKS)) {
                joined = true;
                work(tasks);
            }
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Customers cannot be notified, trying again");
        } finally {
            joined = false;
        }
    }

    private void work(ShareConsumer<String, byte[]> tasks) throws InterruptedException {
        while (stopped.getCount() > 0) {
            if (doAll(tasks)) {
                stopped.await(PAUSE_SECONDS, SECONDS);
            }
        }
    }

    /** After one task that waits for the end of an outage the others wait untried; the next poll brings them all again. */
    private boolean doAll(ShareConsumer<String, byte[]> tasks) {
        var outcomes = EnumSet.noneOf(AcknowledgeType.class);
        for (var task : tasks.poll(POLL)) {
            var outcome = outcomes.contains(RENEW) ? RENEW : handler.handle(task, name);
            outcomes.add(outcome);
            tasks.acknowledge(task, outcome);
        }
        tasks.commitSync();
        return outcomes.stream().anyMatch(TO_BE_TRIED_AGAIN::contains);
    }
}
