package dev.millrace.orderservice.domain;

/** Events stand in an order that no decision could have led to: the history or the code is broken, and nobody may guess. */
public final class ImpossibleHistoryException extends IllegalStateException {

    ImpossibleHistoryException(Order order, OrderEvent event) {
        super("An order that is " + order.getClass().getSimpleName() + " cannot see "
                + event.getClass().getSimpleName());
    }

    public ImpossibleHistoryException(OrderStatus status, OrderEvent event) {
        super("An order that is " + status + " cannot see " + event.getClass().getSimpleName());
    }
}
