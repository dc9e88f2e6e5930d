package dev.millrace.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoalTest {

    @Test
    void holdsUpToItsLimit() {
        assertThat(finding(Goal.atMost(60), 60, null).holds()).isTrue();
        assertThat(finding(Goal.atMost(60), 60.1, null).holds()).isFalse();
        assertThat(finding(Goal.atLeast(60), 60, null).holds()).isTrue();
        assertThat(finding(Goal.atLeast(60), 59.9, null).holds()).isFalse();
    }

    @Test
    void comparesWithThePeer() {
        assertThat(finding(Goal.atLeastTimesThePeer(2), 10, 5.0).holds()).isTrue();
        assertThat(finding(Goal.atMostTimesThePeer(1.1), 10, 5.0).holds()).isFalse();
    }

    @Test
    void isUndecidedWithoutThePeerItComparesWith() {
        assertThat(finding(Goal.atLeastTimesThePeer(2), 10, null).holds()).isNull();
        assertThat(finding(Goal.atLeastTimesThePeer(2), 10, 0.0).holds()).isNull();
    }

    @Test
    void isUndecidedWhenNothingIsPromised() {
        var finding = new Finding(new Measure("orders", "orders/s"), new Samples(List.of(1.0)), null);
        assertThat(finding.holds()).isNull();
    }

    @Test
    void readsAsAnInequality() {
        assertThat(Goal.atMost(60)).hasToString("<= 60");
        assertThat(Goal.atLeast(2.5)).hasToString(">= 2.5");
        assertThat(Goal.atMostTimesThePeer(1.1)).hasToString("<= 1.1 x peer");
        assertThat(Goal.atLeastTimesThePeer(2)).hasToString(">= 2 x peer");
    }

    private static Finding finding(Goal goal, double ours, @Nullable Double peer) {
        return new Finding(
                new Measure("anything", "s", goal),
                new Samples(List.of(ours)),
                peer == null ? null : new Samples(List.of(peer)));
    }
}
