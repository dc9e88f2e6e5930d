package dev.millrace.search.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import dev.millrace.search.documents.Kind;
import dev.millrace.starter.elasticsearch.BulkOutcome.Outdated;
import dev.millrace.starter.elasticsearch.BulkOutcome.Refused;
import dev.millrace.starter.elasticsearch.BulkOutcome.Written;
import dev.millrace.starter.elasticsearch.BulkWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/** Brings an index up to date; what it can't take becomes dead letters, and the rest goes on. */
@Component
final class IndexWriter {

    private final Indices indices;
    private final BulkWriter bulk;
    private final ConsumerRecordRecoverer deadLetters;
    private final MeterRegistry meters;

    /** What is to be written for one user or order, and the records that led to it: they stand and fall together. */
    record Update(BulkOperation operation, List<? extends ConsumerRecord<?, ?>> records) {}

    IndexWriter(
            Indices indices, ElasticsearchClient client, ConsumerRecordRecoverer deadLetters, MeterRegistry meters) {
        this.indices = indices;
        this.bulk = BulkWriter.intoAliases(client);
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    void write(Kind kind, List<Update> updates) throws IOException {
        indices.ensure();
        var outcomes = bulk.write(updates.stream().map(Update::operation).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            var records = updates.get(i).records();
            switch (outcomes.get(i)) {
                case Written _ -> count(kind, "indexed", records.size());
                case Outdated _ -> count(kind, "conflict", records.size());
                case Refused(var reason) -> refuse(kind, records, reason);
            }
        }
    }

    /** Puts records aside that no retry can help. */
    void refuse(Kind kind, List<? extends ConsumerRecord<?, ?>> records, String reason) {
        count(kind, "refused", records.size());
        records.forEach(record -> deadLetters.accept(record, new NotIndexableException(reason)));
    }

    /** Counts records that say nothing new. */
    void skip(Kind kind, int records) {
        count(kind, "skipped", records);
    }

    private void count(Kind kind, String outcome, int records) {
        meters.counter("millrace.search.records", "index", kind.index(), "outcome", outcome)
                .increment(records);
    }
}
