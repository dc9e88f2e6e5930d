package dev.millrace.cdc.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.1Z",
                "2026-01-02T03:04:05.000001Z",
                "2026-12-31T23:59:59.123456789Z",
                "0001-01-01T00:00:00Z",
                "2026-01-02T03:04:05.123456+02:00",
                "+12026-01-02T03:04:05.123456Z",
                "-0043-03-15T12:00:00Z",
                "2026-01-02T03:04Z"
            })
    void areTheSameAsAnyParserReads(String text) {
        assertThat(UtcTimes.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "infinity",
                "-infinity",
                "",
                "2026-13-02T03:04:05Z",
                "2026-01-0xT03:04:05Z",
                "2026-01-02T03:04:05.1xZ"
            })
    void areNothingElse(String text) {
        assertThatThrownBy(() -> UtcTimes.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
