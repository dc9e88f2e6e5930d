package dev.millrace.benchmarks.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000-0000-4000-8000-0000000f4240", "{\"id\":\"00000000-0000-4000-8000-0000000f4240\"}"})
    void findsItsNumberInAnyKey(String key) {
        assertThat(Rows.numberIn(key)).isEqualTo(1_000_000);
    }

    @Test
    void doesNotTakeOtherUsersForItsOwn() {
        assertThat(Rows.numberIn("01985a4e-7c00-7000-8000-000000000002")).isNegative();
    }
}
