package dev.millrace.cdc.retention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a slot goes on if it goes on like this.
 *
 * @param growth bytes a second that are retained in addition; negative while the reader catches up
 * @param left until PostgreSQL gives the slot up or its disk is full; null where it does not come to that
 */
public record Forecast(double growth, @Nullable Duration left) {

    /** Too short a time tells nothing: what a slot retains falls in steps, about every 15 s. */
    static final Duration SHORTEST_LOOK = Duration.ofSeconds(30);

    private static final Forecast UNKNOWN = new Forecast(0, null);

    static Forecast between(RetainedLog before, RetainedLog now) {
        var time = Duration.between(before.at(), now.at());
        if (time.compareTo(SHORTEST_LOOK) < 0) {
            return UNKNOWN;
        }
        var growth = (now.retained() - before.retained()) * 1000.0 / time.toMillis();
        return new Forecast(growth, left(now.safe(), growth));
    }

    private static @Nullable Duration left(@Nullable Long safe, double growth) {
        return safe == null || growth <= 0 ? null : Duration.ofSeconds((long) (Math.max(0, safe) / growth));
    }

    boolean isShorterThan(Duration limit) {
        return left != null && left.compareTo(limit) < 0;
    }
}
