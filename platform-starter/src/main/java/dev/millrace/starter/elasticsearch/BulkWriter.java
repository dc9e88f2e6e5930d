package dev.millrace.starter.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Writes documents in bulk, and answers only when nothing of them is left to be tried again. */
public final class BulkWriter {

    private final ElasticsearchClient client;
    private final boolean onlyIntoAliases;
    private final BackOff backOff;

    private BulkWriter(ElasticsearchClient client, boolean onlyIntoAliases) {
        this.client = client;
        this.onlyIntoAliases = onlyIntoAliases;
        var pauses = new ExponentialBackOff(100, 2);
        pauses.setMaxAttempts(6);
        this.backOff = pauses;
    }

    /** Waits where an alias is missing, rather than let Elasticsearch make an index of that name with guessed mappings. */
    public static BulkWriter intoAliases(ElasticsearchClient client) {
        return new BulkWriter(client, true);
    }

    /** Lets Elasticsearch make the indices that are missing, by the templates it has. */
    public static BulkWriter intoIndices(ElasticsearchClient client) {
        return new BulkWriter(client, false);
    }

    /**
     * What became of each operation, in their order.
     *
     * @throws IOException when Elasticsearch is away or stays too busy; whatever was written by then stays, so that the
     *     whole can be repeated
     */
    public List<BulkOutcome> write(List<BulkOperation> operations) throws IOException {
        var items = new ArrayList<>(attempt(operations));
        var pauses = backOff.start();
        for (var left = left(items); !left.isEmpty(); left = left(items)) {
            pause(pauses, items.get(left.getFirst()));
            var again = attempt(left.stream().map(operations::get).toList());
            for (int i = 0; i < again.size(); i++) {
                items.set(left.get(i), again.get(i));
            }
        }
        return items.stream().map(BulkOutcome::of).toList();
    }

    private List<BulkResponseItem> attempt(List<BulkOperation> operations) throws IOException {
        return operations.isEmpty()
                ? List.of()
                : ElasticsearchCall.answer(() ->
                                client.bulk(bulk -> bulk.operations(operations).requireAlias(onlyIntoAliases)))
                        .items();
    }

    private static List<Integer> left(List<BulkResponseItem> items) {
        return IntStream.range(0, items.size())
                .filter(i -> BulkOutcome.isPassing(items.get(i)))
                .boxed()
                .toList();
    }

    private static void pause(BackOffExecution pauses, BulkResponseItem item) throws IOException {
        var pause = pauses.nextBackOff();
        if (pause == BackOffExecution.STOP) {
            throw new IOException("Elasticsearch does not take all documents: " + BulkOutcome.reason(item));
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while waiting for Elasticsearch");
        }
    }
}
