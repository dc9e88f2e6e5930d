package dev.millrace.orderservice.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RebuildProgressTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void tellsTheTimeLeftAtTheRateSoFar() {
        var rebuild = after(Duration.ofSeconds(2), 40_000);
        assertThat(rebuild.recordsPerSecond()).isEqualTo(20_000);
        assertThat(rebuild.timeLeft()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void knowsNoTimeLeftBeforeItHasBegun() {
        assertThat(after(Duration.ZERO, 0).timeLeft()).isNull();
    }

    @Test
    void comparesVersionsAtOnePositionOnly() {
        var active = new Checksum(Map.of(0, 5L), 2, BigDecimal.ONE);
        assertThat(new Comparison(active, active).isEqual()).isTrue();
        assertThat(new Comparison(active, new Checksum(Map.of(0, 4L), 2, BigDecimal.ONE)).isAtOnePosition())
                .isFalse();
        assertThat(new Comparison(active, new Checksum(Map.of(0, 5L), 2, BigDecimal.TWO)).isEqual())
                .isFalse();
    }

    private static Rebuild after(Duration time, long done) {
        return new Rebuild(
                UUID.randomUUID(),
                "orders",
                2,
                RebuildState.COPYING,
                false,
                done,
                100_000,
                0,
                NOON,
                NOON.plus(time),
                null);
    }
}
