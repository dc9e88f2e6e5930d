package dev.millrace.search.indexing;

import static dev.millrace.search.documents.Kind.ORDER;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import dev.millrace.search.documents.Folded.Changed;
import dev.millrace.search.documents.Folded.Impossible;
import dev.millrace.search.documents.Folded.Known;
import dev.millrace.search.documents.OrderDocument;
import dev.millrace.search.documents.OrderDocuments;
import dev.millrace.search.documents.OrderEvent;
import dev.millrace.search.indexing.IndexWriter.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The events of one poll, taken one after another: which documents they change, and what becomes of the others. */
final class OrderBatch {

    private final OrderDocuments documents;
    private final Map<UUID, List<ConsumerRecord<?, ?>>> folded = new HashMap<>();
    private final Map<ConsumerRecord<?, ?>, String> impossible = new LinkedHashMap<>();
    private int known;

    OrderBatch(Map<UUID, OrderDocument> indexed) {
        documents = new OrderDocuments(indexed);
    }

    void take(ConsumerRecord<String, @Nullable SpecificRecord> record) {
        var event = OrderEvent.of(record.value());
        switch (event == null ? new Impossible("The record is no event of an order") : documents.take(event)) {
            case Changed(var document) ->
                folded.computeIfAbsent(document.id(), _ -> new ArrayList<>()).add(record);
            case Known _ -> known++;
            case Impossible(var reason) -> impossible.put(record, reason);
        }
    }

    List<Update> updates() {
        return documents.changed().stream()
                .map(document -> new Update(operation(document), folded.getOrDefault(document.id(), List.of())))
                .toList();
    }

    Map<ConsumerRecord<?, ?>, String> impossible() {
        return impossible;
    }

    int known() {
        return known;
    }

    private static BulkOperation operation(OrderDocument document) {
        return BulkOperation.of(operation -> operation.index(index -> index.index(ORDER.index())
                .id(document.id().toString())
                .version(document.version())
                .versionType(VersionType.External)
                .document(document)));
    }
}
