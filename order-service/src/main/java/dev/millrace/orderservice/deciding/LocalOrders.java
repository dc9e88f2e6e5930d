package dev.millrace.orderservice.deciding;

import static org.apache.kafka.streams.StoreQueryParameters.fromNameAndType;

import dev.millrace.starter.outages.OutageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which orders the stores of this instance hold, partition by partition; the last may not be committed yet. */
@Component
public final class LocalOrders {

    private final KafkaStreams streams;

    LocalOrders(OrderStreams streams) {
        this.streams = streams.streams();
    }

    /** The partitions that this instance decides. */
    public List<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .sorted()
                .toList();
    }

    public boolean belongs(String orderId, int partition) {
        return streams.queryMetadataForKey(Stores.ORDERS, orderId, new StringSerializer())
                        .partition()
                == partition;
    }

    /** The wanted ones of the ids in a range; without an end, to the last. */
    public List<String> ids(int partition, String from, @Nullable String to, Predicate<String> wanted) {
        var found = new ArrayList<String>();
        try (var orders = store(partition).range(from, to)) {
            while (orders.hasNext()) {
                var id = orders.next().key;
                if (wanted.test(id)) {
                    found.add(id);
                }
            }
        } catch (InvalidStateStoreException e) {
            throw new OutageException("The orders of partition " + partition + " are not at hand at the moment", e);
        }
        return found;
    }

    private ReadOnlyKeyValueStore<String, StoredOrder> store(int partition) {
        return streams.store(fromNameAndType(Stores.ORDERS, QueryableStoreTypes.<String, StoredOrder>keyValueStore())
                .withPartition(partition));
    }
}
