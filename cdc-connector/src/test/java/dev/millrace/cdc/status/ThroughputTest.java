package dev.millrace.cdc.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Throughput throughput = new Throughput();

    @Test
    void countsRecordsAndHowManyASecondTheLastTenSecondsHad() {
        throughput.add(500, NOON, NOON);
        throughput.add(20, NOON, NOON.plusSeconds(11));
        throughput.add(30, NOON, NOON.plusSeconds(12));
        assertThat(throughput.records()).isEqualTo(550);
        assertThat(throughput.perSecond(NOON.plusSeconds(12))).isEqualTo(5);
        assertThat(throughput.perSecond(NOON.plusSeconds(60))).isZero();
    }

    @Test
    void isAsLateAsItsLastChange() {
        throughput.add(1, NOON, NOON.plusSeconds(3));
        assertThat(throughput.lag()).isEqualTo(Duration.ofSeconds(3));
        assertThat(throughput.lastChange()).isEqualTo(NOON);
    }

    @Test
    void isNotLateOnceNothingIsLeft() {
        throughput.add(1, NOON, NOON.plusSeconds(3));
        throughput.add(0, NOON, NOON.plusSeconds(4));
        assertThat(throughput.lag()).isZero();
        assertThat(throughput.lastChange()).isEqualTo(NOON);
    }
}
