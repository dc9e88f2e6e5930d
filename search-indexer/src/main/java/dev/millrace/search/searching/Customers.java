package dev.millrace.search.searching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.millrace.search.documents.Kind;
import dev.millrace.search.documents.UserDocument;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who placed the orders: looked up when somebody asks, so that it does not matter whether a user or their order was
 * indexed first, and a name that changed or was erased is never shown.
 */
@Component
final class Customers {

    /** Of more people than this who fit, the orders are not found by their names. */
    private static final int MOST = 100;

    private final ElasticsearchClient client;

    Customers(ElasticsearchClient client) {
        this.client = client;
    }

    Map<UUID, UserDocument> called(String words) throws IOException {
        return find(Queries.words(words), MOST);
    }

    Map<UUID, UserDocument> with(Collection<UUID> ids) throws IOException {
        return ids.isEmpty() ? Map.of() : find(Queries.ids(ids), ids.size());
    }

    private Map<UUID, UserDocument> find(Query query, int most) throws IOException {
        var answer = ElasticsearchCall.answer(() -> client.search(
                search -> search.index(Kind.USER.index())
                        .ignoreUnavailable(true)
                        .query(query)
                        .size(most),
                UserDocument.class));
        return answer.hits().hits().stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(UserDocument::id, Function.identity()));
    }
}
