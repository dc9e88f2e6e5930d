package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.ImpossibleHistoryException;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A stretch of records folded into the rows of their orders, in memory: however many events, one write an order. */
final class OrderListFold {

    private record Next(ConsumerRecord<String, SpecificRecord> record, RecordedEvent event) {}

    private final List<Next> readable = new ArrayList<>();
    private final Map<UUID, ListedOrder> changed = new HashMap<>();
    private final Map<Integer, Long> checkpoints = new HashMap<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    OrderListFold(List<ConsumerRecord<String, SpecificRecord>> records) {
        records.forEach(this::read);
    }

    /** Whose rows the fold needs. */
    Set<UUID> orders() {
        return readable.stream().map(next -> next.event().orderId()).collect(Collectors.toSet());
    }

    /** Passes over what can't be followed, and remembers it as an obstacle. */
    OrderListFold onto(Map<UUID, ListedOrder> known) {
        readable.forEach(next -> follow(next, known));
        return this;
    }

    Collection<ListedOrder> changed() {
        return changed.values();
    }

    /** The next offset of each partition of which something was followed. */
    Map<Integer, Long> checkpoints() {
        return checkpoints;
    }

    List<Obstacle> obstacles() {
        return obstacles;
    }

    private void read(ConsumerRecord<String, SpecificRecord> record) {
        try {
            readable.add(new Next(record, RecordedEvent.of(record.value())));
        } catch (IllegalArgumentException e) {
            obstacles.add(new Obstacle(record, e));
        }
    }

    private void follow(Next next, Map<UUID, ListedOrder> known) {
        try {
            apply(next.event(), known);
            checkpoints.put(next.record().partition(), next.record().offset() + 1);
        } catch (MissingEventException | ImpossibleHistoryException e) {
            obstacles.add(new Obstacle(next.record(), e));
        }
    }

    private void apply(RecordedEvent recorded, Map<UUID, ListedOrder> known) {
        var order = recorded.orderId();
        var row = changed.getOrDefault(order, known.get(order));
        if (row != null) {
            put(row, row.after(recorded));
        } else if (recorded.event() instanceof OrderPlaced placed && recorded.version() == 1) {
            changed.put(order, ListedOrder.placed(order, placed));
        } else {
            throw new MissingEventException(recorded, 0);
        }
    }

    private void put(ListedOrder row, ListedOrder next) {
        if (next.version() > row.version()) {
            changed.put(next.id(), next);
        }
    }
}
