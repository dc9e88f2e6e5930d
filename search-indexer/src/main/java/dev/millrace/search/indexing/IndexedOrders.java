package dev.millrace.search.indexing;

import static dev.millrace.search.documents.Kind.ORDER;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import dev.millrace.search.documents.OrderDocument;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The orders as the index holds them at this moment, refreshed or not. */
@Component
final class IndexedOrders {

    private final Indices indices;
    private final ElasticsearchClient client;

    IndexedOrders(Indices indices, ElasticsearchClient client) {
        this.indices = indices;
        this.client = client;
    }

    Map<UUID, OrderDocument> find(Set<UUID> ids) throws IOException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        indices.ensure();
        var names = ids.stream().map(UUID::toString).toList();
        var answer = ElasticsearchCall.answer(
                () -> client.mget(get -> get.index(ORDER.index()).ids(names), OrderDocument.class));
        var documents = new HashMap<UUID, OrderDocument>();
        for (var item : answer.docs()) {
            var document = result(item).source();
            if (document != null) {
                documents.put(document.id(), document);
            }
        }
        return documents;
    }

    private static GetResult<OrderDocument> result(MultiGetResponseItem<OrderDocument> item) throws IOException {
        if (item.isFailure()) {
            throw new IOException(
                    "The orders can't be read: " + item.failure().error().reason());
        }
        return item.result();
    }
}
