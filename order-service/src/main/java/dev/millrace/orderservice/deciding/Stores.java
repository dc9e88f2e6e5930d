package dev.millrace.orderservice.deciding;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import dev.millrace.orderservice.deciding.stored.EventRow;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** What a task keeps on disk, and in changelog topics from which another instance restores it. */
final class Stores {

    /** Each order as it is, by its id. */
    static final String ORDERS = "orders";

    /** Each event, by order and version. */
    static final String HISTORY = "history";

    /** The ids of those whom orders may be placed for, all of them on every instance. */
    static final String CUSTOMERS = "customers";

    private Stores() {}

    static Set<StoreBuilder<?>> builders() {
        return Set.of(orders(), history());
    }

    /** Its topic is compacted, and so its own changelog. */
    static StoreBuilder<KeyValueStore<String, byte[]>> customers() {
        return keyValueStoreBuilder(persistentKeyValueStore(CUSTOMERS), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    private static StoreBuilder<KeyValueStore<String, StoredOrder>> orders() {
        return keyValueStoreBuilder(persistentKeyValueStore(ORDERS), Serdes.String(), StoredOrderRows.serde())
                .withLoggingEnabled(Map.of());
    }

    /** No key is ever written twice, so compacting its changelog would be work for nothing. */
    private static StoreBuilder<KeyValueStore<EventKey, EventRow>> history() {
        return keyValueStoreBuilder(persistentKeyValueStore(HISTORY), EventKey.serde(), EventRows.serde())
                .withLoggingEnabled(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
    }
}
