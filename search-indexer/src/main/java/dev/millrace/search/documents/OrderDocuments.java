package dev.millrace.search.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The documents of several orders, and what a run of events makes of them. */
public final class OrderDocuments {

    private final Map<UUID, OrderDocument> documents;
    private final Map<UUID, OrderDocument> changed = new LinkedHashMap<>();

    /** Begins with the documents as they stand in the index. */
    public OrderDocuments(Map<UUID, OrderDocument> indexed) {
        documents = new HashMap<>(indexed);
    }

    public Folded take(OrderEvent event) {
        var folded = Folded.fold(documents.get(event.orderId()), event);
        if (folded instanceof Folded.Changed(var document)) {
            documents.put(document.id(), document);
            changed.put(document.id(), document);
        }
        return folded;
    }

    /** Each changed document once, with all its events in it. */
    public Collection<OrderDocument> changed() {
        return changed.values();
    }
}
