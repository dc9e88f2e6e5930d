package dev.millrace.orderservice.wire;

import static dev.millrace.orderservice.wire.Values.readLines;
import static dev.millrace.orderservice.wire.Values.readPieces;
import static dev.millrace.orderservice.wire.Values.write;
import static dev.millrace.orderservice.wire.Values.writeLines;
import static dev.millrace.orderservice.wire.Values.writePieces;

import dev.millrace.orders.events.LinesReturned;
import dev.millrace.orders.events.OrderCancelled;
import dev.millrace.orders.events.OrderPlaced;
import dev.millrace.orders.events.OrderShipped;
import dev.millrace.orders.events.PaymentReceived;
import dev.millrace.orderservice.domain.OrderEvent;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event and its place in the history of one order.
 *
 * @param version counts the events of the order from 1
 */
public record RecordedEvent(UUID orderId, long version, OrderEvent event) {

    /** Fails with an {@link IllegalArgumentException} when the record is no event. */
    public static RecordedEvent of(@Nullable SpecificRecord value) {
        return switch (value) {
            case OrderPlaced placed -> new RecordedEvent(placed.getOrderId(), placed.getVersion(), read(placed));
            case PaymentReceived payment ->
                new RecordedEvent(payment.getOrderId(), payment.getVersion(), read(payment));
            case OrderShipped shipped -> new RecordedEvent(shipped.getOrderId(), shipped.getVersion(), read(shipped));
            case LinesReturned returned ->
                new RecordedEvent(returned.getOrderId(), returned.getVersion(), read(returned));
            case OrderCancelled cancelled ->
                new RecordedEvent(cancelled.getOrderId(), cancelled.getVersion(), read(cancelled));
            case null -> throw new IllegalArgumentException("The record has no value");
            default ->
                throw new IllegalArgumentException(
                        "A " + value.getSchema().getFullName() + " is not an event of an order");
        };
    }

    public SpecificRecord toAvro() {
        return switch (event) {
            case OrderEvent.OrderPlaced placed ->
                new OrderPlaced(
                        orderId,
                        version,
                        placed.at(),
                        placed.customerId(),
                        placed.country(),
                        writeLines(placed.lines()),
                        write(placed.total()));
            case OrderEvent.PaymentReceived payment ->
                new PaymentReceived(
                        orderId, version, payment.at(), write(payment.amount()), write(payment.outstanding()));
            case OrderEvent.OrderShipped shipped ->
                new OrderShipped(orderId, version, shipped.at(), writePieces(shipped.lines()), shipped.complete());
            case OrderEvent.LinesReturned returned ->
                new LinesReturned(
                        orderId,
                        version,
                        returned.at(),
                        writePieces(returned.lines()),
                        write(returned.refund()),
                        returned.complete());
            case OrderEvent.OrderCancelled cancelled ->
                new OrderCancelled(orderId, version, cancelled.at(), write(cancelled.refund()), cancelled.note());
        };
    }

    private static OrderEvent read(OrderPlaced placed) {
        return new OrderEvent.OrderPlaced(
                placed.getCustomerId(),
                placed.getCountry(),
                readLines(placed.getLines()),
                Values.read(placed.getTotal()),
                placed.getAt());
    }

    private static OrderEvent read(PaymentReceived payment) {
        return new OrderEvent.PaymentReceived(
                Values.read(payment.getAmount()), Values.read(payment.getOutstanding()), payment.getAt());
    }

    private static OrderEvent read(OrderShipped shipped) {
        return new OrderEvent.OrderShipped(readPieces(shipped.getLines()), shipped.getComplete(), shipped.getAt());
    }

    private static OrderEvent read(LinesReturned returned) {
        return new OrderEvent.LinesReturned(
                readPieces(returned.getLines()),
                Values.read(returned.getRefund()),
                returned.getComplete(),
                returned.getAt());
    }

    private static OrderEvent read(OrderCancelled cancelled) {
        return new OrderEvent.OrderCancelled(
                Values.read(cancelled.getRefund()), cancelled.getNote(), cancelled.getAt());
    }
}
