package dev.millrace.cdc.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @ParameterizedTest(name = "{1} to {2} bytes in {0} s, {3} are safe: {4} B/s, {5} s left")
    @CsvSource({
        "60, 1000, 7000, 10000, 100, 100",
        "60, 1000, 7000, 0, 100, 0",
        "60, 1000, 7000, -5, 100, 0",
        "60, 1000, 7000, , 100, ",
        "60, 7000, 1000, 10000, -100, ",
        "60, 1000, 1000, 10000, 0, ",
        "30, 0, 300, 50, 10, 5",
        "29, 0, 300, 50, 0, ",
        "0, 1000, 1000, 10000, 0, "
    })
    void tellsHowLongPostgresqlKeepsTheSlot(
            int seconds, long before, long now, @Nullable Long safe, double growth, @Nullable Long left) {
        var forecast = Forecast.between(
                new RetainedLog(NOON, before, 0, safe), new RetainedLog(NOON.plusSeconds(seconds), now, 0, safe));
        assertThat(forecast).isEqualTo(new Forecast(growth, left == null ? null : Duration.ofSeconds(left)));
    }

    @Test
    void warnsOnlyWhileTheSlotIsInDanger() {
        var slot = new SlotWatch();
        slot.observe(new RetainedLog(NOON, 0, 0, 100_000L));
        assertThat(slot.warning()).isEmpty();
        slot.observe(new RetainedLog(NOON.plusSeconds(40), 40_000, 0, 60_000L));
        assertThat(slot.warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("in about 1 min"));
        slot.observe(new RetainedLog(NOON.plusSeconds(110), 100, 0, 99_900L));
        assertThat(slot.warning()).isEmpty();
    }

    @Test
    void saysThatNobodyKnowsTheDiskOnlyWhereNothingLimitsTheSlot() {
        var slot = new SlotWatch();
        assertThat(slot.blindSpot()).isEmpty();
        slot.observe(new RetainedLog(NOON, 0, 0, 100_000L));
        assertThat(slot.blindSpot()).isEmpty();
        slot.observe(new RetainedLog(NOON.plusSeconds(5), 0, 0, null));
        assertThat(slot.blindSpot())
                .hasValueSatisfying(unknown -> assertThat(unknown).contains("no max_slot_wal_keep_size"));
    }

    @Test
    void knowsTheDiskWhereItIsToldHowMuchThatBears() {
        var slot = new SlotWatch();
        slot.observe(new RetainedLog(NOON, 1_000, 0, null).onDiskFor(10_000));
        slot.observe(new RetainedLog(NOON.plusSeconds(60), 7_000, 0, null).onDiskFor(10_000));
        assertThat(slot.blindSpot()).isEmpty();
        assertThat(slot.forecast()).isEqualTo(new Forecast(100, Duration.ofSeconds(30)));
        assertThat(new RetainedLog(NOON, 1_000, 0, 5_000L).onDiskFor(10_000).safe())
                .isEqualTo(5_000);
        assertThat(new RetainedLog(NOON, 1_000, 0, 50_000L).onDiskFor(10_000).safe())
                .isEqualTo(9_000);
    }

    @Test
    void looksNoFurtherBackThanAMinute() {
        var slot = new SlotWatch();
        slot.observe(new RetainedLog(NOON, 0, 0, null));
        slot.observe(new RetainedLog(NOON.plusSeconds(50), 1_000, 0, null));
        slot.observe(new RetainedLog(NOON.plusSeconds(90), 1_400, 0, null));
        assertThat(slot.forecast()).isEqualTo(new Forecast(10, null));
    }

    @Test
    void knowsNothingOfASlotThatIsGone() {
        var slot = new SlotWatch();
        slot.observe(new RetainedLog(NOON, 0, 0, null));
        slot.forget();
        assertThat(slot.last()).isNull();
        assertThat(slot.forecast()).isNull();
    }
}
