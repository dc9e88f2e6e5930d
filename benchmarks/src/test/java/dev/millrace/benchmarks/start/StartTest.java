package dev.millrace.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartTest {

    @Test
    void readsTheWholeBeforeItsPartsAndTimeBeforeMemory() {
        var times = new Times(20.5, Map.of("kafka", 4.5));
        assertThat(Start.FIRST.readings(times, Map.of("kafka", 300_000_000L), 400_000_000L))
                .containsExactly(
                        new Measure("first start", "s", Goal.atMost(60)).reads(20.5),
                        new Measure("first start, kafka", "s").reads(4.5),
                        new Measure("first start, memory", "MB", Goal.atMost(4000)).reads(400),
                        new Measure("first start, memory of kafka", "MB").reads(300));
    }

    @Test
    void promisesMoreOfTheSecondStart() {
        assertThat(Start.SECOND.readings(new Times(20, Map.of()), Map.of(), 0).getFirst())
                .isEqualTo(new Measure("second start", "s", Goal.atMost(40)).reads(20));
    }
}
