package dev.millrace.broker.skew;

import java.util.stream.DoubleStream;

/**
 * How evenly something is spread.
 *
 * @param maxToMean 1 when it is even, the number of partitions when one has all of it
 * @param variation standard deviation by mean
 */
record Balance(double maxToMean, double variation) {

    /** How many times the mean a partition has that is hot; twice would leave out topics of two partitions. */
    static final double HOT = 1.5;

    /** Of nothing, nothing is uneven. */
    private static final Balance EVEN = new Balance(1, 0);

    static Balance of(double... loads) {
        var summary = DoubleStream.of(loads).summaryStatistics();
        var mean = summary.getAverage();
        if (mean == 0) {
            return EVEN;
        }
        var variance = DoubleStream.of(loads)
                .map(load -> (load - mean) * (load - mean))
                .average();
        return new Balance(summary.getMax() / mean, Math.sqrt(variance.orElse(0)) / mean);
    }
}
