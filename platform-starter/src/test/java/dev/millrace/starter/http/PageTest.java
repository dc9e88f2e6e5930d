package dev.millrace.starter.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void hasNoNextPageWhenThereAreNoMoreRows() {
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::at)).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void endsAtTheLimitAndPointsBehindItsLastItem() {
        var page = Page.of(List.of("a", "b", "c"), 2, row -> Cursor.at(row, 1));
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.parse(requireNonNull(page.next()), 2).position()).containsExactly("b", "1");
    }

    @Test
    void keepsTheCursorWhenItsItemsAreMapped() {
        assertThat(new Page<>(List.of(1), "x").map(String::valueOf)).isEqualTo(new Page<>(List.of("1"), "x"));
    }

    @Test
    void carriesAnyTextInACursorSafeForUrls() {
        var cursor = Cursor.at("2010-12-01T08:26:00Z", "señor@example.org\n", "");
        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(cursor.toString(), 3)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YQ", ""})
    void refusesACursorThatItHasNotMade(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.parse(text, 2))
                .satisfies(problem ->
                        assertThat(problem.getBody().getType()).hasToString("urn:millrace:problem:malformed-cursor"));
    }
}
