package dev.millrace.benchmarks.cdc;

import java.util.List;

/** How long each of some rows took, in nanoseconds. */
record Latencies(List<Long> nanos) {

    private static final double MILLISECOND = 1e6;

    Latencies {
        nanos = nanos.stream().sorted().toList();
    }

    /** So many hundredths of them took no longer. */
    double millisAt(int percentile) {
        var rank = Math.ceilDiv(percentile * nanos.size(), 100);
        return nanos.get(rank - 1) / MILLISECOND;
    }
}
