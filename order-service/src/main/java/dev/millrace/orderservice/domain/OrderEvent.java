package dev.millrace.orderservice.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to an order. */
public sealed interface OrderEvent {

    Instant at();

    /** An order was placed: always its first event. */
    record OrderPlaced(
            @Nullable UUID customerId, @Nullable String country, List<OrderLine> lines, Money total, Instant at)
            implements OrderEvent {
        public OrderPlaced {
            lines = List.copyOf(lines);
        }
    }

    /** Money came in; outstanding is what is still to be paid afterwards. */
    record PaymentReceived(Money amount, Money outstanding, Instant at) implements OrderEvent {}

    /** Pieces left the warehouse; complete when nothing is left to ship. */
    record OrderShipped(List<SkuQuantity> lines, boolean complete, Instant at) implements OrderEvent {
        public OrderShipped {
            lines = List.copyOf(lines);
        }
    }

    /** Shipped pieces came back; complete when everything that was shipped has come back. */
    record LinesReturned(List<SkuQuantity> lines, Money refund, boolean complete, Instant at) implements OrderEvent {
        public LinesReturned {
            lines = List.copyOf(lines);
        }
    }

    /** An order ended before anything was shipped; what had been paid goes back. */
    record OrderCancelled(Money refund, @Nullable String note, Instant at) implements OrderEvent {}
}
