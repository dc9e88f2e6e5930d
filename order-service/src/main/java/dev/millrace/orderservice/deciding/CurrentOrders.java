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
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.stereotype.Component;

/** Orders and their histories as of the last commit, from the stores of this instance. */
@Component
public final class CurrentOrders {

    private final KafkaStreams streams;
    private final UncommittedOrders uncommitted;
    private final Deserializer<SpecificRecord> avro;

    CurrentOrders(OrderStreams streams, UncommittedOrders uncommitted, AvroSerdes serdes) {
        this.streams = streams.streams();
        this.uncommitted = uncommitted;
        this.avro = serdes.deserializer();
    }

    /** Empty for an order that does not exist. */
    public Optional<StoredOrder> find(UUID orderId) {
        var order = this.<String, StoredOrder, Optional<StoredOrder>>ask(
                Stores.ORDERS, orderId, orders -> Optional.ofNullable(orders.get(orderId.toString())));
        order.ifPresent(found -> uncommitted.awaitCommit(orderId, found.version()));
        return order;
    }

    /** From the first event to the last; nothing for an order that does not exist. */
    public List<PastEvent> history(UUID orderId) {
        return find(orderId).map(order -> events(orderId, order.version())).orElse(List.of());
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
        return new PastEvent(event, row.getCommandId(), row.getCorrelationId());
    }

    /** Asks the one partition that can hold the order: if it lives elsewhere, that fails rather than finds nothing. */
    private <K, V, R> R ask(String store, UUID orderId, Function<ReadOnlyKeyValueStore<K, V>, R> question) {
        try {
            if (!streams.state().isRunningOrRebalancing()) {
                throw new InvalidStateStoreException("The streams are in the state " + streams.state());
            }
            var owner = streams.queryMetadataForKey(Stores.ORDERS, orderId.toString(), new StringSerializer());
            return question.apply(streams.store(fromNameAndType(store, QueryableStoreTypes.<K, V>keyValueStore())
                    .withPartition(owner.partition())));
        } catch (InvalidStateStoreException e) {
            throw new OutageException("The order is not at hand at the moment", e);
        }
    }
}
