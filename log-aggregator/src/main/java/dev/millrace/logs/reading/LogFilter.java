package dev.millrace.logs.reading;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which lines somebody wants to see; what is null does not matter.
 *
 * @param level this one or above
 * @param words all of which stand in the message or in that of an error; or an id
 * @param from the first instant
 * @param to the first instant that is too late
 */
record LogFilter(
        @Nullable String service,
        @Nullable Level level,
        @Nullable String words,
        @Nullable Instant from,
        @Nullable Instant to) {

    private static final List<String> SEARCHED = List.of(
            "message",
            "error.message",
            "error.type",
            "log.logger",
            "service.node.name",
            "trace.id",
            "order.id",
            "user.id");

    Query query() {
        var filters = Stream.of(byService(), byLevel(), byWords(), byTime())
                .filter(Objects::nonNull)
                .toList();
        return Query.of(query -> query.bool(bool -> bool.filter(filters)));
    }

    private @Nullable Query byService() {
        return service == null
                ? null
                : Query.of(
                        query -> query.term(term -> term.field("service.name").value(service)));
    }

    private @Nullable Query byLevel() {
        if (level == null) {
            return null;
        }
        var names = level.andAbove().stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field("log.level").terms(values -> values.value(names))));
    }

    private @Nullable Query byWords() {
        return words == null || words.isBlank()
                ? null
                : Query.of(query -> query.multiMatch(
                        match -> match.fields(SEARCHED).query(words).operator(Operator.And)));
    }

    private @Nullable Query byTime() {
        return from == null && to == null
                ? null
                : Query.of(query -> query.range(range -> range.date(
                        date -> date.field("@timestamp").gte(text(from)).lt(text(to)))));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
