package dev.millrace.benchmarks.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies(LongStream.rangeClosed(1, 200)
            .mapToObj(millis -> (201 - millis) * 1_000_000)
            .toList());

    @Test
    void areReadAtTheRankThatCoversTheShare() {
        assertThat(latencies.millisAt(50)).isEqualTo(100);
        assertThat(latencies.millisAt(99)).isEqualTo(198);
    }
}
