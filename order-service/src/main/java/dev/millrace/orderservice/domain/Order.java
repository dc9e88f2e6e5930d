package dev.millrace.orderservice.domain;

/** The states of an order, each with what is needed to decide in it. */
public sealed interface Order {

    /** Before the first event. */
    record Unplaced() implements Order {}

    /** Placed, and part of the total still to be paid. */
    record AwaitingPayment(Sale sale, Money paid) implements Order {
        Money outstanding() {
            return sale.total().minus(paid);
        }
    }

    /** Paid in full, or free of charge; nothing shipped yet. */
    record Paid(Sale sale) implements Order {}

    /** At least one piece has left the warehouse. */
    record Dispatched(Sale sale, OrderStatus status) implements Order {}

    /** Ended before anything was shipped. */
    record Cancelled(Sale sale, Money paid) implements Order {}
}
