package dev.millrace.search.searching;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import dev.millrace.search.documents.Kind;
import dev.millrace.starter.http.Cursor;
import dev.millrace.starter.http.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param words empty for whatever changed last
 * @param after where the page before this one ended
 */
record Question(
        String words, List<Kind> kinds, int limit, @Nullable Cursor after) {

    private static final int SORT_VALUES = 2;

    static Question of(String words, @Nullable String kind, int limit, @Nullable String cursor) {
        return new Question(
                words.strip(), kinds(kind), limit, cursor == null ? null : Cursor.parse(cursor, SORT_VALUES));
    }

    boolean isOpen() {
        return words.isEmpty();
    }

    Ranking ranking() {
        return isOpen() ? Ranking.LATEST_FIRST : Ranking.BEST_FIRST;
    }

    private static List<Kind> kinds(@Nullable String name) {
        if (name == null) {
            return List.of(Kind.values());
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() ->
                        Problem.of(BAD_REQUEST, "unknown-type", "Unknown type", "There are the types user and order."));
    }
}
