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
}
