package dev.millrace.starter.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;

/** A request to Elasticsearch, which answers with the same exception to a wrong request and when it cannot serve any. */
@FunctionalInterface
public interface ElasticsearchCall<T> {

    T make() throws IOException;

    /**
     * What Elasticsearch answers.
     *
     * @throws IOException when it is away, or says that it can't serve for now
     */
    static <T> T answer(ElasticsearchCall<T> call) throws IOException {
        try {
            return call.make();
        } catch (ElasticsearchException e) {
            if (e.status() == 429 || e.status() >= 500) {
                throw new IOException("Elasticsearch can't serve for now: " + e.getMessage(), e);
            }
            throw e;
        }
    }
}
