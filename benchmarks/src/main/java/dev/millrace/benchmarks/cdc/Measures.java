package dev.millrace.benchmarks.cdc;

import static dev.millrace.benchmarks.cdc.Course.PER_SECOND;
import static dev.millrace.benchmarks.cdc.Course.ROWS;

import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is compared with one peer. */
record Measures(Measure rows, Measure p50, Measure p99, Measure memory) {

    private static final double MEGABYTE = 1e6;

    static Measures withGoals(String peer) {
        return of(peer, Goal.atLeastTimesThePeer(1.5), Goal.atMost(15), Goal.atMost(60));
    }

    static Measures named(String peer) {
        return of(peer, null, null, null);
    }

    private static Measures of(String peer, @Nullable Goal rows, @Nullable Goal p50, @Nullable Goal p99) {
        return new Measures(
                new Measure("%,d rows, beside %s".formatted(ROWS, peer), "rows/s", rows),
                new Measure("%d a second, p50, beside %s".formatted(PER_SECOND, peer), "ms", p50),
                new Measure("%d a second, p99, beside %s".formatted(PER_SECOND, peer), "ms", p99),
                new Measure("memory, one transaction of %,d, beside %s".formatted(ROWS, peer), "MB"));
    }

    List<Reading> of(Result result) {
        return List.of(
                rows.reads(result.throughput().carried()),
                p50.reads(result.latencies().millisAt(50)),
                p99.reads(result.latencies().millisAt(99)),
                memory.reads(result.memory() / MEGABYTE));
    }
}
