package dev.millrace.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Measure SPEED = new Measure("speed", "1/s");
    private static final Measure DELAY = new Measure("delay", "ms");

    private final List<String> played = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    @Test
    void takesTurnsAndChangesWhoGoesFirst() throws Exception {
        rounds(0, 3).of(player("ours", SPEED), player("peer", SPEED));
        assertThat(played).containsExactly("ours", "peer", "peer", "ours", "ours", "peer");
    }

    @Test
    void doesNotCountTheWarmUp() throws Exception {
        var findings = rounds(2, 3).of(player("ours", SPEED));
        assertThat(played).hasSize(5);
        assertThat(findings).singleElement().isEqualTo(new Finding(SPEED, new Samples(List.of(3.0, 4.0, 5.0)), null));
    }

    @Test
    void tellsWhichRoundBegins() throws Exception {
        rounds(1, 2).of(player("ours", SPEED));
        assertThat(titles).containsExactly("Warm-up 1 of 1", "Round 1 of 2", "Round 2 of 2");
    }

    @Test
    void keepsTheOrderOfTheMeasures() throws Exception {
        var findings = rounds(0, 2).of(player("ours", SPEED, DELAY));
        assertThat(findings).extracting(Finding::measure).containsExactly(SPEED, DELAY);
    }

    @Test
    void leavesAMeasureWithoutPeerThatThePeerDoesNotHave() throws Exception {
        var findings = rounds(0, 1).of(player("ours", SPEED, DELAY), player("peer", SPEED));
        assertThat(findings).extracting(Finding::ratio).containsExactly(0.5, null);
    }

    @Test
    void refusesAPeerThatMeasuresSomethingElse() {
        assertThatIllegalStateException()
                .isThrownBy(() -> rounds(0, 1).of(player("ours", SPEED), player("peer", DELAY)))
                .withMessageContaining("delay");
    }

    private Rounds rounds(int warmUps, int counted) {
        return new Rounds(warmUps, counted, titles::add);
    }

    /** Reads off how many turns have been played so far. */
    private Contestant player(String name, Measure... measures) {
        return () -> {
            played.add(name);
            return List.of(measures).stream()
                    .map(measure -> measure.reads(played.size()))
                    .toList();
        };
    }
}
