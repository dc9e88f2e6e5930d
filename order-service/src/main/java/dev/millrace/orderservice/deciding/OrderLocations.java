package dev.millrace.orderservice.deciding;

import dev.millrace.starter.outages.OutageException;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where orders are: each at the instance that decides its commands, and, behind by a moment, at one that keeps a copy. */
@Component
public final class OrderLocations {

    /** A copy that is behind by more records than this is still being made. */
    private static final long MOST_BEHIND = 1000;

    private final KafkaStreams streams;
    private final HostInfo here;

    OrderLocations(OrderStreams streams, @Value("${spring.kafka.streams.properties.application.server}") String here) {
        this.streams = streams.streams();
        this.here = HostInfo.buildFromEndpoint(here);
    }

    /** Fails with an {@link OutageException} while nobody has the order. */
    public OrderLocation of(UUID orderId) {
        var found = metadata(orderId);
        return new OrderLocation(found.activeHost(), found.standbyHosts(), here, found.partition());
    }

    private KeyQueryMetadata metadata(UUID orderId) {
        if (!streams.state().isRunningOrRebalancing()) {
            throw new OutageException("The streams are in the state " + streams.state());
        }
        var found = streams.queryMetadataForKey(Stores.ORDERS, orderId.toString(), new StringSerializer());
        if (KeyQueryMetadata.NOT_AVAILABLE.equals(found)) {
            throw new OutageException("The order is on its way from one instance to another");
        }
        return found;
    }

    /** Fails with an {@link OutageException} where there is no copy, or one that is not complete. */
    void checkCopy(String store, int partition) {
        try {
            var lag = streams.allLocalStorePartitionLags()
                    .getOrDefault(store, Map.of())
                    .get(partition);
            if (lag == null || lag.offsetLag() > MOST_BEHIND) {
                throw new OutageException("The copy of the order is not complete");
            }
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new OutageException("The copy of the order is not at hand", e);
        }
    }
}
