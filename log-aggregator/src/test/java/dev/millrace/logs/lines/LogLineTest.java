package dev.millrace.logs.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.logs.lines.LogLine.Entry;
import dev.millrace.logs.lines.LogLine.Expired;
import dev.millrace.logs.lines.LogLine.Garbage;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

    private static final LocalDate TODAY = LocalDate.parse("2010-12-08");
    private static final Lifetime WEEK = new Lifetime(TODAY, 7);

    @Test
    void filesALineUnderItsDayInUtc() {
        assertThat(read("""
                {"@timestamp":"2010-12-08T00:30:00+01:00","message":"x","event":{"sequence":7,"id":"a-7"}}""")).isEqualTo(new Entry("a-7", LocalDate.parse("2010-12-07")));
    }

    @Test
    void takesDottedNamesForNestedOnes() {
        assertThat(read("""
                {"event.id":"a-7","@timestamp":"2010-12-08T12:00:00.123456789Z"}""")).isEqualTo(new Entry("a-7", TODAY));
    }

    @Test
    void looksOnlyWhereTheFieldsBelong() {
        assertThat(read("""
                {"@timestamp":"2010-12-08T12:00:00Z","other":{"id":"b"},"deep":{"event":{"id":"c"}},"list":[{"id":"d"}],
                "event":{"id":"a-7"}}""")).isEqualTo(new Entry("a-7", TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-12-01", "2010-12-09"})
    void filesWhatIsWithinTheRetentionOrADayAhead(String day) {
        assertThat(read(lineOf(day))).isEqualTo(new Entry("a", LocalDate.parse(day)));
    }

    @Test
    void letsGoOfWhatWouldBeDeletedAtOnce() {
        assertThat(read(lineOf("2010-11-30"))).isEqualTo(new Expired());
    }

    @Test
    void takesALineOfAWrongClockForGarbage() {
        assertThat(read(lineOf("2010-12-10"))).isEqualTo(new Garbage("@timestamp is more than a day ahead"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{}{}",
                "{\"@timestamp\":\"2010-12-08T12:00:00Z\"}",
                "{\"@timestamp\":\"2010-12-08T12:00:00Z\",\"event\":{\"id\":\"\"}}",
                "{\"@timestamp\":\"2010-12-08T12:00:00Z\",\"event\":{\"id\":7}}",
                "{\"@timestamp\":\"2010-12-08T12:00:00Z\",\"event\":{\"id\":\"a\"}} trailing",
                "{\"@timestamp\":\"yesterday\",\"event\":{\"id\":\"a\"}}",
                "{\"@timestamp\":\"2010-12-08\",\"event\":{\"id\":\"a\"}}",
                "{\"@timestamp\":1291809600000,\"event\":{\"id\":\"a\"}}",
                "{\"event\":{\"id\":\"a\"}}"
            })
    void saysWhyALineIsGarbage(String line) {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        Garbage.class, garbage -> assertThat(garbage.reason()).isNotBlank());
    }

    @Test
    void takesBytesThatAreNoTextForGarbage() {
        assertThat(LogLine.read(null, WEEK)).isInstanceOf(Garbage.class);
        assertThat(LogLine.read(new byte[] {(byte) 0xff, 0, 1, '{'}, WEEK)).isInstanceOf(Garbage.class);
        assertThat(read("{\"@timestamp\":\"2010-12-08T12:00:00Z\",\"event\":{\"id\":\"" + "x".repeat(513) + "\"}}"))
                .isInstanceOf(Garbage.class);
    }

    private static String lineOf(String day) {
        return "{\"@timestamp\":\"%sT12:00:00Z\",\"event\":{\"id\":\"a\"}}".formatted(day);
    }

    private static LogLine read(String line) {
        return LogLine.read(line.getBytes(UTF_8), WEEK);
    }
}
