package dev.millrace.orderservice.domain;

/** The states of an order, each with what is needed to decide in it. */
public sealed interface Order {

    /** Before the first event. */
    record Unplaced() implements Order {}

    /** Everything after it. */
    sealed interface Placed extends Order {

        Sale sale();

        OrderStatus status();

        /** What has been paid, whatever went back later. */
        Money paid();

        /** What has gone back. */
        default Money refunded() {
            return sale().refunded();
        }
    }

    /** Part of the total is still to be paid. */
    record AwaitingPayment(Sale sale, Money paid) implements Placed {

        Money outstanding() {
            return sale.total().minus(paid);
        }

        @Override
        public OrderStatus status() {
            return OrderStatus.AWAITING_PAYMENT;
        }
    }

    /** Paid in full, or free of charge; nothing shipped yet. */
    record Paid(Sale sale) implements Placed {

        @Override
        public OrderStatus status() {
            return OrderStatus.PAID;
        }

        @Override
        public Money paid() {
            return sale.total();
        }
    }

    /** At least one piece has left the warehouse. */
    record Dispatched(Sale sale, OrderStatus status) implements Placed {

        @Override
        public Money paid() {
            return sale.total();
        }
    }

    /** Ended before anything was shipped; what was paid went back. */
    record Cancelled(Sale sale, Money paid) implements Placed {

        @Override
        public OrderStatus status() {
            return OrderStatus.CANCELLED;
        }

        @Override
        public Money refunded() {
            return paid;
        }
    }
}
