package dev.millrace.broker.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BalanceTest {

    static Stream<Arguments> loads() {
        return Stream.of(
                arguments("nothing", new double[] {0, 0}, 1.0, 0.0),
                arguments("one partition", new double[] {7}, 1.0, 0.0),
                arguments("even ones", new double[] {5, 5, 5}, 1.0, 0.0),
                arguments("one twice as full", new double[] {2, 6}, 1.5, 0.5),
                arguments("all in one", new double[] {0, 0, 0, 8}, 4.0, Math.sqrt(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loads")
    void tellsHowEvenLoadsAre(String what, double[] loads, double maxToMean, double variation) {
        assertThat(Balance.of(loads)).as(what).isEqualTo(new Balance(maxToMean, variation));
    }
}
