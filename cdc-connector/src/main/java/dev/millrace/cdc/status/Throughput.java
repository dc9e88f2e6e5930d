package dev.millrace.cdc.status;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a capture brings to Kafka: how much, how fast and how late. */
final class Throughput {

    private final Rate rate = new Rate();
    private volatile long records;
    private volatile @Nullable Instant lastChange;
    private volatile Duration lag = Duration.ZERO;

    /**
     * One thread tells.
     *
     * @param last when the last of the records was committed in the database; null where there are only tombstones
     */
    void add(long count, @Nullable Instant last, Instant now) {
        records += count;
        rate.add(count, now);
        if (count == 0) {
            lag = Duration.ZERO;
        } else if (last != null) {
            lastChange = last;
            lag = Duration.between(last, now);
        }
    }

    long records() {
        return records;
    }

    double perSecond(Instant now) {
        return rate.perSecond(now);
    }

    @Nullable Instant lastChange() {
        return lastChange;
    }

    /** From the commit of the last change in the database to its commit in Kafka; zero where nothing was left to bring. */
    Duration lag() {
        return lag;
    }
}
