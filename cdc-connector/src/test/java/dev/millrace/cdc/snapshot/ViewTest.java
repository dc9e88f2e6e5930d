package dev.millrace.cdc.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewTest {

    private static final long EPOCH = 1L << 32;

    @Test
    void seesWhatHadEnded() {
        var view = View.parse("10:20:10,14");

        assertThat(view.sees(9)).isTrue();
        assertThat(view.sees(10)).isFalse();
        assertThat(view.sees(13)).isTrue();
        assertThat(view.sees(14)).isFalse();
        assertThat(view.sees(19)).isTrue();
        assertThat(view.sees(20)).isFalse();
    }

    @Test
    void isReadWhereNothingWasRunning() {
        assertThat(View.parse("20:20:").sees(19)).isTrue();
    }

    @Test
    void knowsIdsOfTheLogThoughTheyHaveComeRound() {
        var view = View.parse("%d:%d:".formatted(EPOCH + 5, EPOCH + 5));

        assertThat(view.sees(4)).isTrue();
        assertThat(view.sees(5)).isFalse();
        assertThat(view.sees(EPOCH - 1)).isTrue();
    }

    @Test
    void isPastAnEarlierOneOnceAllHaveEndedThatRanThen() {
        var earlier = View.parse("10:20:10,14");

        assertThat(View.parse("14:25:14,22").isPast(earlier)).isFalse();
        assertThat(View.parse("22:25:22").isPast(earlier)).isTrue();
    }
}
