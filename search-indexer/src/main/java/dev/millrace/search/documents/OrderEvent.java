package dev.millrace.search.documents;

import static dev.millrace.search.documents.OrderStatus.CANCELLED;
import static dev.millrace.search.documents.OrderStatus.PARTLY_RETURNED;
import static dev.millrace.search.documents.OrderStatus.PARTLY_SHIPPED;
import static dev.millrace.search.documents.OrderStatus.RETURNED;
import static dev.millrace.search.documents.OrderStatus.SHIPPED;

import dev.millrace.orders.events.LinesReturned;
import dev.millrace.orders.events.OrderCancelled;
import dev.millrace.orders.events.OrderPlaced;
import dev.millrace.orders.events.OrderShipped;
import dev.millrace.orders.events.PaymentReceived;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** An event of an order, as far as a search cares. */
public sealed interface OrderEvent {

    UUID orderId();

    long version();

    /** The order began. */
    record Placed(OrderDocument document) implements OrderEvent {

        @Override
        public UUID orderId() {
            return document.id();
        }

        @Override
        public long version() {
            return document.version();
        }
    }

    /** The order went on. */
    record Moved(UUID orderId, long version, Instant at, OrderStatus to) implements OrderEvent {}

    /** Null for a record that is no event of an order. */
    static @Nullable OrderEvent of(@Nullable SpecificRecord record) {
        return switch (record) {
            case OrderPlaced e -> new Placed(OrderDocument.of(e));
            case PaymentReceived e ->
                moved(e.getOrderId(), e.getVersion(), e.getAt(), OrderStatus.owing(e.getOutstanding()));
            case OrderShipped e ->
                moved(e.getOrderId(), e.getVersion(), e.getAt(), e.getComplete() ? SHIPPED : PARTLY_SHIPPED);
            case LinesReturned e ->
                moved(e.getOrderId(), e.getVersion(), e.getAt(), e.getComplete() ? RETURNED : PARTLY_RETURNED);
            case OrderCancelled e -> moved(e.getOrderId(), e.getVersion(), e.getAt(), CANCELLED);
            case null, default -> null;
        };
    }

    private static OrderEvent moved(UUID orderId, long version, Instant at, OrderStatus to) {
        return new Moved(orderId, version, at, to);
    }
}
