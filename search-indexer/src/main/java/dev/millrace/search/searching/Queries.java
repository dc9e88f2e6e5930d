package dev.millrace.search.searching;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

/** The queries: an exact id wins, then what holds all the words, then what holds words much like them. */
final class Queries {

    /** Short words have to be right, longer ones may have one letter wrong, long ones two. */
    private static final String FUZZINESS = "AUTO:4,8";

    /** More than any text scores. */
    private static final float EXACTLY = 100;

    private Queries() {}

    static Query anything() {
        return Query.of(query -> query.matchAll(all -> all));
    }

    static Query words(String words) {
        return new BoolQuery.Builder()
                .should(byId(words), allOf(words), muchLike(words))
                .build()
                ._toQuery();
    }

    /** The words, or one of these customers. */
    static Query wordsOrCustomers(String words, Collection<UUID> customers) {
        var ids = customers.stream().map(UUID::toString).map(FieldValue::of).toList();
        return new BoolQuery.Builder()
                .should(words(words))
                .should(any -> any.terms(terms -> terms.field("customerId").terms(values -> values.value(ids))))
                .build()
                ._toQuery();
    }

    static Query ids(Collection<UUID> ids) {
        var names = ids.stream().map(UUID::toString).toList();
        return Query.of(query -> query.ids(any -> any.values(names)));
    }

    private static Query byId(String words) {
        return Query.of(query -> query.constantScore(exactly -> exactly.boost(EXACTLY)
                .filter(filter -> filter.term(term -> term.field("id").value(words.toLowerCase(Locale.ROOT))))));
    }

    private static Query allOf(String words) {
        return Query.of(query -> query.match(
                match -> match.field("text").query(words).operator(Operator.And).boost(2f)));
    }

    private static Query muchLike(String words) {
        return Query.of(query -> query.match(match -> match.field("text")
                .query(words)
                .operator(Operator.And)
                .fuzziness(FUZZINESS)
                .prefixLength(1)));
    }
}
