package dev.millrace.search.indexing;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.millrace.search.documents.Kind;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The indices and the aliases in front of them. A changed mapping is a new version of the index: a new file, a new name
 * here, and the consumer group set back to the beginning.
 */
@Component
final class Indices {

    private static final Logger LOG = LoggerFactory.getLogger(Indices.class);
    private static final String VERSION = "-v1";
    private static final String ALREADY_THERE = "resource_already_exists_exception";

    private final ElasticsearchClient client;

    Indices(ElasticsearchClient client) {
        this.client = client;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void keep() {
        try {
            ensure();
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("error.message", e.getMessage())
                    .log("The indices can't be made yet, because Elasticsearch does not answer");
        }
    }

    /** Makes what is missing: to be called before documents are written. */
    void ensure() throws IOException {
        for (var kind : Kind.values()) {
            if (!exists(kind)) {
                create(kind);
            }
        }
    }

    private boolean exists(Kind kind) throws IOException {
        return ElasticsearchCall.answer(() -> client.indices().existsAlias(exists -> exists.name(kind.index())))
                .value();
    }

    private void create(Kind kind) throws IOException {
        var name = kind.index() + VERSION;
        try (var mapping = getClass().getResourceAsStream("/elasticsearch/" + name + ".json")) {
            ElasticsearchCall.answer(() ->
                    client.indices().create(index -> index.index(name).withJson(requireNonNull(mapping, name))));
        } catch (ElasticsearchException e) {
            if (!ALREADY_THERE.equals(e.error().type())) {
                throw e;
            }
        }
    }
}
