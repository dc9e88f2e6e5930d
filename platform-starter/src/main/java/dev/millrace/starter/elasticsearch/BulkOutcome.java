package dev.millrace.starter.elasticsearch;

import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.Set;

/** What became of one operation of a bulk request, which Elasticsearch answers with 200 however many of them fail. */
public sealed interface BulkOutcome {

    /** The index holds what was asked for. */
    record Written() implements BulkOutcome {}

    /** The index held this document already, or a newer one. */
    record Outdated() implements BulkOutcome {}

    /** The document is at fault: no retry can help. */
    record Refused(String reason) implements BulkOutcome {}

    /** These come with status 400 although the index is at fault: it is closed, or the cluster is out of shards. */
    Set<String> FAULTS_OF_THE_INDEX = Set.of("index_closed_exception", "validation_exception");

    static BulkOutcome of(BulkResponseItem item) {
        var error = item.error();
        if (error == null) {
            return new Written();
        }
        return item.status() == 409 ? new Outdated() : new Refused(reason(item));
    }

    /** Whether the index could not take the document for now. */
    static boolean isPassing(BulkResponseItem item) {
        var error = item.error();
        return switch (item.status()) {
            case 409 -> false;
            case 400 -> error != null && FAULTS_OF_THE_INDEX.contains(error.type());
            default -> error != null;
        };
    }

    static String reason(BulkResponseItem item) {
        var error = item.error();
        return error == null ? "" : "%s: %s".formatted(error.type(), error.reason());
    }
}
