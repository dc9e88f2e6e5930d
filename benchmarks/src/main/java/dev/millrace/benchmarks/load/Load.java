package dev.millrace.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What became of some traffic.
 *
 * @param latencies of the expected answers, in nanoseconds
 * @param errors everything else, counted by what it was
 */
public record Load(Histogram latencies, Map<String, Long> errors, Duration took) {

    public double perSecond() {
        return latencies.getTotalCount() / (took.toNanos() / 1e9);
    }

    public double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    public boolean isEmpty() {
        return latencies.getTotalCount() == 0;
    }
}
