package dev.millrace.benchmarks.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Samples OURS = new Samples(List.of(900.0, 1100.0, 1000.0));
    private static final Samples PEER = new Samples(List.of(400.0, 500.0, 600.0));

    @Test
    void alignsNamesLeftAndNumbersRight() {
        var goal = Goal.atLeastTimesThePeer(3);
        var table = Table.of(List.of(
                new Finding(new Measure("throughput", "orders/s", goal), OURS, PEER),
                new Finding(new Measure("memory", "GB", Goal.atMost(4)), new Samples(List.of(3.25)), null)));
        assertThat(table).isEqualTo("""
                        measure     unit       ours  (lowest..highest)  peer  (lowest..highest)  ratio         goal  holds
                        throughput  orders/s  1,000       (900..1,100)   500         (400..600)      2  >= 3 x peer     NO
                        memory      GB         3.25                  -     -                  -      -         <= 4    yes\
                        """);
    }

    @Test
    void leavesThePromiseOutWhereThereIsNone() {
        var table = Table.of(List.of(new Finding(new Measure("throughput", "orders/s"), OURS, null)));
        assertThat(table.lines().toList().getLast()).endsWith("-      -     -      -");
    }
}
