package dev.millrace.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void takesTheOneInTheMiddleOfAnOddNumber() {
        assertThat(new Samples(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
    }

    @Test
    void takesTheMiddleBetweenTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(new Samples(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3.0);
    }

    @Test
    void spreadsFromTheLowestToTheHighest() {
        var samples = new Samples(List.of(9.0, 1.0, 2.0));
        assertThat(samples.lowest()).isEqualTo(1.0);
        assertThat(samples.highest()).isEqualTo(9.0);
    }

    @Test
    void refusesToSayAnythingAboutNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Samples(List.of()));
    }
}
