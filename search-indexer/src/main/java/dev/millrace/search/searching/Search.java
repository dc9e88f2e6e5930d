package dev.millrace.search.searching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.NamedValue;
import dev.millrace.search.documents.Kind;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import dev.millrace.starter.http.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers questions from the index. */
@Component
final class Search {

    private static final Highlight HIGHLIGHT = Highlight.of(highlight -> highlight
            .requireFieldMatch(false)
            .fields(Stream.of("name", "email", "descriptions")
                    .map(field -> NamedValue.of(field, HighlightField.of(all -> all)))
                    .toList()));

    private final ElasticsearchClient client;
    private final Customers customers;

    Search(ElasticsearchClient client, Customers customers) {
        this.client = client;
        this.customers = customers;
    }

    Page<Found> answer(Question question) throws IOException {
        var request = request(question, query(question));
        var answer = ElasticsearchCall.answer(() -> client.search(request, JsonData.class));
        var hits = Page.of(answer.hits().hits(), question.limit(), Ranking::position);
        return new Page<>(results(hits.items()), hits.next());
    }

    private Query query(Question question) throws IOException {
        if (question.isOpen()) {
            return Queries.anything();
        }
        return question.kinds().contains(Kind.ORDER)
                ? Queries.wordsOrCustomers(
                        question.words(), customers.called(question.words()).keySet())
                : Queries.words(question.words());
    }

    private List<Found> results(List<Hit<JsonData>> hits) throws IOException {
        var matches = hits.stream().map(Match::of).toList();
        var known = customers.with(matches.stream().flatMap(Match::customerId).toList());
        return matches.stream().map(match -> match.with(known)).toList();
    }

    private static SearchRequest request(Question question, Query query) {
        var search = new SearchRequest.Builder()
                .index(indices(question))
                .ignoreUnavailable(true)
                .query(query)
                .sort(question.ranking().order())
                .size(question.limit() + 1)
                .trackTotalHits(total -> total.enabled(false))
                .highlight(HIGHLIGHT);
        var after = question.after();
        return (after == null ? search : search.searchAfter(question.ranking().after(after))).build();
    }

    private static List<String> indices(Question question) {
        return question.kinds().stream().map(Kind::index).toList();
    }
}
