package dev.millrace.orderservice.domain;

import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;

/** Where an order stands, told by its last event alone, so that every view of it agrees. */
public enum OrderStatus {
    AWAITING_PAYMENT,
    PAID,
    PARTLY_SHIPPED,
    SHIPPED,
    PARTLY_RETURNED,
    RETURNED,
    CANCELLED;

    public static OrderStatus after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> placed.total().isZero() ? PAID : AWAITING_PAYMENT;
            case PaymentReceived payment -> payment.outstanding().isZero() ? PAID : AWAITING_PAYMENT;
            case OrderShipped shipped -> shipped.complete() ? SHIPPED : PARTLY_SHIPPED;
            case LinesReturned returned -> returned.complete() ? RETURNED : PARTLY_RETURNED;
            case OrderCancelled _ -> CANCELLED;
        };
    }

    /** Whether the event may come next, as far as a view can know it that does not hold the lines. */
    public boolean canSee(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> false;
            case PaymentReceived _ -> this == AWAITING_PAYMENT;
            case OrderShipped _ -> this == PAID || isDispatched();
            case LinesReturned _ -> isDispatched();
            case OrderCancelled _ -> this == AWAITING_PAYMENT || this == PAID;
        };
    }

    private boolean isDispatched() {
        return switch (this) {
            case PARTLY_SHIPPED, SHIPPED, PARTLY_RETURNED, RETURNED -> true;
            case AWAITING_PAYMENT, PAID, CANCELLED -> false;
        };
    }
}
