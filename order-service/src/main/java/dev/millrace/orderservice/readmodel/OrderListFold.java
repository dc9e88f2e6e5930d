package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.wire.RecordedEvent;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** A stretch of events folded into the rows of their orders: one select, and one write an order. */
final class OrderListFold {

    private final EntityManager entities;
    private final Map<UUID, ListedOrder> rows;

    OrderListFold(EntityManager entities, List<RecordedEvent> events) {
        this.entities = entities;
        var ids = events.stream().map(RecordedEvent::orderId).distinct().toList();
        this.rows = entities.unwrap(Session.class).findMultiple(ListedOrder.class, ids).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(ListedOrder::id, row -> row, (row, _) -> row, HashMap::new));
    }

    void apply(RecordedEvent recorded) {
        var row = rows.get(recorded.orderId());
        if (row != null) {
            row.apply(recorded);
        } else if (recorded.event() instanceof OrderPlaced placed && recorded.version() == 1) {
            rows.put(recorded.orderId(), persisted(new ListedOrder(recorded.orderId(), placed)));
        } else {
            throw new MissingEventException(recorded, 0);
        }
    }

    private ListedOrder persisted(ListedOrder row) {
        entities.persist(row);
        return row;
    }
}
