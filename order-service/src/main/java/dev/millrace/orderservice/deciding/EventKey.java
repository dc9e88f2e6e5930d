package dev.millrace.orderservice.deciding;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Where an event stands in the history store: its bytes sort by order, then by version. */
record EventKey(UUID orderId, long version) {

    private static final int BYTES = 3 * Long.BYTES;

    static Serde<EventKey> serde() {
        Serializer<EventKey> serializer = (_, key) -> key == null ? null : key.toBytes();
        Deserializer<EventKey> deserializer = (_, bytes) -> bytes == null ? null : of(ByteBuffer.wrap(bytes));
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private static EventKey of(ByteBuffer bytes) {
        return new EventKey(new UUID(bytes.getLong(), bytes.getLong()), bytes.getLong());
    }

    private byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(orderId.getMostSignificantBits())
                .putLong(orderId.getLeastSignificantBits())
                .putLong(version)
                .array();
    }
}
