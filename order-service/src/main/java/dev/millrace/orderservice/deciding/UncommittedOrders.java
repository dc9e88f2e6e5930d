package dev.millrace.orderservice.deciding;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * The orders whose last change is in the state store while its transaction is still open. A reader waits for the commit, so
 * that nobody is shown what may yet be undone. Results are read committed, so a result tells that its transaction is.
 */
public final class UncommittedOrders {

    private final ConcurrentMap<UUID, Change> changes = new ConcurrentHashMap<>();

    /** Comes before the change is written, or a reader could see it unmarked. */
    void changing(UUID orderId, int partition, long from, long to) {
        changes.compute(orderId, (_, change) -> {
            var open = change == null ? new Change(partition, from) : change;
            open.decided = to;
            return open;
        });
    }

    /** Tells that everything of the order up to the version is committed. */
    public void committed(UUID orderId, long version) {
        changes.computeIfPresent(orderId, (_, change) -> change.commit(version) ? null : change);
    }

    /** A task that starts or ends has no open transaction. */
    void forget(int partition) {
        changes.values().removeIf(change -> change.partition == partition);
    }

    /** Whether the version was committed within the limit. */
    boolean awaitCommit(UUID orderId, long version, Duration limit) throws InterruptedException {
        var change = changes.get(orderId);
        return change == null || change.await(version, limit);
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

        private synchronized boolean await(long version, Duration limit) throws InterruptedException {
            var deadline = System.nanoTime() + limit.toNanos();
            while (committed < version) {
                var left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        }
    }
}
