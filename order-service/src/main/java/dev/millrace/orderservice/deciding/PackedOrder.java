package dev.millrace.orderservice.deciding;

import dev.millrace.orderservice.domain.Order;
import org.apache.kafka.common.serialization.Serde;

/**
 * An order at a version, in the form of the state store: a few hundred bytes, where its objects take some 2 KB.
 *
 * @param row is not copied
 */
public record PackedOrder(byte[] row) {

    private static final Serde<StoredOrder> ROWS = StoredOrderRows.serde();

    public static PackedOrder of(Order.Placed order, long version) {
        var stored = new StoredOrder(order, version, AnsweredCommands.NONE);
        return new PackedOrder(ROWS.serializer().serialize(Stores.ORDERS, stored));
    }

    /** The order as it was packed. */
    public StoredOrder unpack() {
        return ROWS.deserializer().deserialize(Stores.ORDERS, row);
    }
}
