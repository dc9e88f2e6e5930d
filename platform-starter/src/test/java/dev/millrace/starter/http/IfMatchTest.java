package dev.millrace.starter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class IfMatchTest {

    @Test
    void admitsEveryVersionWithoutTheHeaderAndWithAStar() {
        assertThat(IfMatch.parse(null).admits(7)).isTrue();
        assertThat(IfMatch.parse("*").admits(7)).isTrue();
        assertThat(IfMatch.parse("*").expectedVersion()).isNull();
    }

    @Test
    void admitsTheVersionThatAnEntityTagNames() {
        var ifMatch = IfMatch.parse(ETag.of(7));
        assertThat(ifMatch.admits(7)).isTrue();
        assertThat(ifMatch.admits(8)).isFalse();
        assertThat(ifMatch.expectedVersion()).isEqualTo(7);
    }

    @Test
    void admitsEachOfSeveralVersions() {
        var ifMatch = IfMatch.parse("\"7\", \"9\"");
        assertThat(ifMatch.admits(7)).isTrue();
        assertThat(ifMatch.admits(8)).isFalse();
        assertThat(ifMatch.admits(9)).isTrue();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(ifMatch::expectedVersion)
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"abc\"", "\"07\"", "\"99999999999999999999\""})
    void admitsNothingForTagsThatAreNoStrongVersions(String header) {
        var ifMatch = IfMatch.parse(header);
        assertThat(ifMatch.admits(7)).isFalse();
        assertThat(ifMatch.expectedVersion()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"7", "\"7\" \"8\"", "*, \"7\"", "\"7\","})
    void refusesWhatIsNoIfMatch(String header) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> IfMatch.parse(header))
                .satisfies(problem ->
                        assertThat(problem.getBody().getType()).hasToString("urn:millrace:problem:malformed-if-match"));
    }

    @Test
    void endsTheRequestWith412ForAStaleVersion() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> IfMatch.parse("\"7\"").require(8))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED))
                .satisfies(
                        problem -> assertThat(problem.getBody().getProperties()).containsEntry("version", 8L));
    }
}
