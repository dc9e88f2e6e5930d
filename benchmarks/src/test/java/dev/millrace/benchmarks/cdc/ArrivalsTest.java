package dev.millrace.benchmarks.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long SECOND = 1_000_000_000;

    private final Arrivals arrivals = new Arrivals(new Rows(10, 4));

    @Test
    void areCompleteWhenEachRowHasArrived() {
        arrive(10, 11, 12);
        assertThat(arrivals.areComplete()).isFalse();
        assertThat(arrivals.missing()).isOne();
        arrive(13);
        assertThat(arrivals.areComplete()).isTrue();
    }

    @Test
    void passOverOtherRowsAndThoseThatComeAgain() {
        arrive(9, 10, 10, 10, 14);
        assertThat(arrivals.missing()).isEqualTo(3);
    }

    @Test
    void countFromTheFirstArrivalOn() {
        arrivals.add(10, 5 * SECOND);
        arrivals.add(11, 5 * SECOND);
        arrivals.add(13, 6 * SECOND);
        arrivals.add(12, 7 * SECOND);
        assertThat(arrivals.perSecond()).isEqualTo(1);
    }

    @Test
    void haveNoRateWhenAllComeAtOnce() {
        arrive(10, 11, 12, 13);
        assertThatThrownBy(arrivals::perSecond).hasMessage("All 4 rows came at once");
    }

    @Test
    void takeTimeFromWhenEachWasToBeInserted() {
        var pace = new Pace(1, SECOND);
        for (var number = 0; number < 4; number++) {
            arrivals.add(10 + number, pace.timeOf(number) + 2_000_000);
        }
        assertThat(arrivals.since(pace).millisAt(99)).isEqualTo(2);
    }

    private void arrive(long... rows) {
        for (var row : rows) {
            arrivals.add(row, SECOND);
        }
    }
}
