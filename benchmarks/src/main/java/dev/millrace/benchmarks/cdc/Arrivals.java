package dev.millrace.benchmarks.cdc;

import java.util.Arrays;
import java.util.stream.IntStream;

/** When each of a number of rows could first be read from Kafka; not thread-safe. */
final class Arrivals {

    private static final double SECOND = 1e9;

    private final Rows rows;
    private final long[] times;
    private final boolean[] arrived;
    private int missing;

    Arrivals(Rows rows) {
        this.rows = rows;
        this.times = new long[rows.count()];
        this.arrived = new boolean[rows.count()];
        this.missing = rows.count();
    }

    /**
     * Takes note of a record; one of other rows, or one that comes again, changes nothing.
     *
     * @param time in nanoseconds
     */
    void add(long row, long time) {
        if (rows.contains(row) && !arrived[rows.indexOf(row)]) {
            arrived[rows.indexOf(row)] = true;
            times[rows.indexOf(row)] = time;
            missing--;
        }
    }

    boolean areComplete() {
        return missing == 0;
    }

    int missing() {
        return missing;
    }

    /** From the first arrival to the last one; what came with the first took its time before. */
    double perSecond() {
        var first = Arrays.stream(times).min().orElseThrow();
        var last = Arrays.stream(times).max().orElseThrow();
        var later = Arrays.stream(times).filter(time -> time > first).count();
        if (later == 0) {
            throw new IllegalStateException("All %d rows came at once".formatted(rows.count()));
        }
        return later / ((last - first) / SECOND);
    }

    /** From when each row was to be inserted. */
    Latencies since(Pace pace) {
        return new Latencies(IntStream.range(0, times.length)
                .mapToObj(index -> times[index] - pace.timeOf(index))
                .toList());
    }
}
