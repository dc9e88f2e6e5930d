package dev.millrace.logs.filing;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** What Elasticsearch has to know of the daily indices before it makes the first of them. */
@Component
final class LogTemplate {

    private static final String NAME = "millrace-logs";
    private static final String FILE = "/elasticsearch/logs-template.json";

    private final ElasticsearchClient client;
    private volatile boolean current;

    LogTemplate(ElasticsearchClient client) {
        this.client = client;
    }

    /** To be called before lines are written: a new release brings its template along, and an empty cluster has none. */
    void ensure() throws IOException {
        if (!current || !exists()) {
            put();
            current = true;
        }
    }

    private boolean exists() throws IOException {
        return ElasticsearchCall.answer(() -> client.indices().existsIndexTemplate(template -> template.name(NAME)))
                .value();
    }

    private void put() throws IOException {
        try (var template = file()) {
            ElasticsearchCall.answer(() -> client.indices()
                    .putIndexTemplate(request -> request.name(NAME).withJson(template)));
        }
    }

    private static InputStream file() {
        return requireNonNull(LogTemplate.class.getResourceAsStream(FILE), FILE);
    }
}
