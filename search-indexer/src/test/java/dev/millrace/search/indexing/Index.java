package dev.millrace.search.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.GetResponse;
import dev.millrace.search.documents.Kind;
import java.io.IOException;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** What the index really holds. */
@TestComponent
final class Index {

    private final ElasticsearchClient client;

    Index(ElasticsearchClient client) {
        this.client = client;
    }

    <T> GetResponse<T> get(Kind kind, UUID id, Class<T> type) throws IOException {
        return client.get(get -> get.index(kind.index()).id(id.toString()), type);
    }
}
