package dev.millrace.orderservice.deciding;

import static org.apache.kafka.streams.StoreQueryParameters.fromNameAndType;

import dev.millrace.contracts.Topics;
import dev.millrace.orderservice.domain.Customers;
import dev.millrace.starter.outages.OutageException;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.stereotype.Component;

/**
 * Which users there are, kept by every instance from the changes of user-service's table: a key is a user's id, and a tombstone says
 * that the user is gone. Nothing else of a change is read, so none can be unreadable.
 */
@Component
public final class CustomerCopy implements Customers {

    private static final byte[] THERE = {};

    private final KafkaStreams streams;

    CustomerCopy(OrderStreams streams) {
        this.streams = streams.streams();
    }

    static Topology addTo(Topology topology) {
        return topology.addGlobalStore(
                Stores.customers(),
                "user-changes",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.USER_CHANGES,
                "customer-copy",
                Copying::new);
    }

    static Customers in(ReadOnlyKeyValueStore<String, byte[]> customers) {
        return customer -> customers.get(customer.toString()) != null;
    }

    /** Fails with an {@link OutageException} until the copy is complete. */
    @Override
    public boolean include(UUID customer) {
        try {
            return in(streams.store(
                            fromNameAndType(Stores.CUSTOMERS, QueryableStoreTypes.<String, byte[]>keyValueStore())))
                    .include(customer);
        } catch (InvalidStateStoreException e) {
            throw new OutageException("The customers are not at hand at the moment", e);
        }
    }

    private static final class Copying extends ContextualProcessor<String, byte[], Void, Void> {

        @Override
        public void process(Record<String, byte[]> change) {
            KeyValueStore<String, byte[]> customers = context().getStateStore(Stores.CUSTOMERS);
            if (change.value() == null) {
                customers.delete(change.key());
            } else {
                customers.put(change.key(), THERE);
            }
        }
    }
}
