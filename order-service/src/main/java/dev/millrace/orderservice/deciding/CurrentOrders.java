package dev.millrace.orderservice.deciding;

import static org.apache.kafka.streams.StoreQueryParameters.fromNameAndType;

import dev.millrace.contracts.Topics;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.orderservice.deciding.stored.EventRow;
import dev.millrace.orderservice.wire.RecordedEvent;
import dev.millrace.starter.outages.OutageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.stereotype.Component;

/**
 * Orders and their histories as of the last commit, from the stores of this instance: those that it decides, and copies of others, which
 * may be behind by a moment.
 */
@Component
public final class CurrentOrders {

    private final KafkaStreams streams;
    private final OrderLocations locations;
    private final UncommittedOrders uncommitted;
    private final Deserializer<SpecificRecord> avro;

    CurrentOrders(OrderStreams streams, OrderLocations locations, UncommittedOrders uncommitted, AvroSerdes serdes) {
        this.streams = streams.streams();
        this.locations = locations;
        this.uncommitted = uncommitted;
        this.avro = serdes.deserializer();
    }

    /** Empty for an order that does not exist; a copy does not say so of an order that may not have come to it yet. */
    public Optional<StoredOrder> find(UUID orderId) {
        var order = this.<String, StoredOrder, Optional<StoredOrder>>ask(
                Stores.ORDERS, orderId, orders -> Optional.ofNullable(orders.get(orderId.toString())));
        if (order.isEmpty() && !locations.of(orderId).isHere()) {
            throw new OutageException("The copy does not have the order");
        }
        order.ifPresent(found -> uncommitted.awaitCommit(orderId, found.version()));
        return order;
    }

    /** From the first event to the last; nothing for an order that does not exist. */
    public List<PastEvent> history(UUID orderId) {
        return find(orderId).map(order -> events(orderId, order.version())).orElse(List.of());
    }

    /** What became of a command; empty when it is not decided yet, or not remembered. */
    public Optional<CommandOutcome> outcome(UUID orderId, UUID commandId) {
        return find(orderId)
                .flatMap(order -> order.answered().entries().stream()
                        .filter(entry -> entry.commandId().equals(commandId))
                        .findFirst())
                .map(entry -> CommandOutcome.of(orderId, commandId, entry.answer()));
    }

    private List<PastEvent> events(UUID orderId, long last) {
        return this.<EventKey, EventRow, List<PastEvent>>ask(Stores.HISTORY, orderId, history -> {
            var events = new ArrayList<PastEvent>();
            try (var rows = history.range(new EventKey(orderId, 1), new EventKey(orderId, last))) {
                rows.forEachRemaining(row -> events.add(read(row.value)));
            }
            return events;
        });
    }

    private PastEvent read(EventRow row) {
        var bytes = new byte[row.getEvent().remaining()];
        row.getEvent().duplicate().get(bytes);
        var event = RecordedEvent.of(avro.deserialize(Topics.ORDER_EVENTS, bytes));
        return new PastEvent(event, row.getCommandId(), row.getCorrelationId(), row.getActor());
    }

    /** Asks the one partition that can hold the order: if it lives elsewhere, that fails rather than finds nothing. */
    private <K, V, R> R ask(String store, UUID orderId, Function<ReadOnlyKeyValueStore<K, V>, R> question) {
        try {
            return question.apply(streams.store(this.<K, V>parameters(store, locations.of(orderId))));
        } catch (InvalidStateStoreException e) {
            throw new OutageException("The order is not at hand at the moment", e);
        }
    }

    private <K, V> StoreQueryParameters<ReadOnlyKeyValueStore<K, V>> parameters(String store, OrderLocation order) {
        var parameters = fromNameAndType(store, QueryableStoreTypes.<K, V>keyValueStore())
                .withPartition(order.partition());
        if (order.isHere()) {
            return parameters;
        }
        locations.checkCopy(store, order.partition());
        return parameters.enableStaleStores();
    }
}
