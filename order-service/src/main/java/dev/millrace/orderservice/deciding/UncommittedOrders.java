package dev.millrace.orderservice.deciding;

import dev.millrace.starter.outages.OutageException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * The orders whose last change is in the state store while its transaction is still open. A reader waits for the commit, so
 * that nobody is shown what may yet be undone. Results are read committed: a result tells that its transaction is.
 */
@Component
public final class UncommittedOrders {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ConcurrentMap<UUID, Change> changes = new ConcurrentHashMap<>();

    /** Comes before the change is written, or a reader could see it unmarked. */
    void changing(UUID orderId, int partition, long from, long to) {
        changes.compute(orderId, (_, change) -> {
            var open = change == null ? new Change(partition, from) : change;
            open.decided = to;
            return open;
        });
    }

    /** Tells that the order is committed up to the version. */
    public void committed(UUID orderId, long version) {
        changes.computeIfPresent(orderId, (_, change) -> change.commit(version) ? null : change);
    }

    /** For a task that starts or ends: it has no open transaction. */
    void forget(int partition) {
        changes.values().removeIf(change -> change.partition == partition);
    }

    void awaitCommit(UUID orderId, long version) {
        awaitCommit(orderId, version, LIMIT);
    }

    /** Fails when the version is not committed within the limit. */
    void awaitCommit(UUID orderId, long version, Duration limit) {
        var change = changes.get(orderId);
        if (change == null) {
            return;
        }
        try {
            change.await(version, limit);
        } catch (TimeoutException e) {
            throw new OutageException("The last change of the order is not committed yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("The service stops", e);
        }
    }

    private static final class Change {

        private final int partition;
        private long committed;
        private long decided;

        private Change(int partition, long committed) {
            this.partition = partition;
            this.committed = committed;
        }

        private synchronized boolean commit(long version) {
            committed = Math.max(committed, version);
            notifyAll();
            return committed >= decided;
        }

        private synchronized void await(long version, Duration limit) throws InterruptedException, TimeoutException {
            var deadline = System.nanoTime() + limit.toNanos();
            while (committed < version) {
                var left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new TimeoutException("Version " + version + " was not committed within " + limit);
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }
}
