package dev.millrace.search.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.millrace.search.documents.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** What the index really holds. */
@TestComponent
final class Index {

    private static final List<String> ALL =
            Stream.of(Kind.values()).map(Kind::index).toList();

    private final ElasticsearchClient client;

    Index(ElasticsearchClient client) {
        this.client = client;
    }

    <T> GetResponse<T> get(Kind kind, UUID id, Class<T> type) throws IOException {
        return client.get(get -> get.index(kind.index()).id(id.toString()), type);
    }

    /** The last write to each document. */
    Map<String, Long> writes() throws IOException {
        client.indices().refresh(refresh -> refresh.index(ALL));
        return client
                .search(search -> search.index(ALL).size(10_000).seqNoPrimaryTerm(true), Void.class)
                .hits()
                .hits()
                .stream()
                .collect(Collectors.toMap(Hit::id, Hit::seqNo));
    }
}
