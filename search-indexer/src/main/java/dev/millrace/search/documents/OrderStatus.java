package dev.millrace.search.documents;

import dev.millrace.contracts.Money;

/** Where an order stands, told by its last event alone, as in order-service. */
public enum OrderStatus {
    AWAITING_PAYMENT,
    PAID,
    PARTLY_SHIPPED,
    SHIPPED,
    PARTLY_RETURNED,
    RETURNED,
    CANCELLED;

    static OrderStatus owing(Money outstanding) {
        return outstanding.getAmount().signum() > 0 ? AWAITING_PAYMENT : PAID;
    }
}
