package dev.millrace.orderservice.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order can be asked to do. */
public sealed interface OrderCommand {

    Instant at();

    /** Asks for a new order; no customer means a guest. */
    record PlaceOrder(@Nullable UUID customerId, @Nullable String country, List<OrderLine> lines, Instant at)
            implements OrderCommand {
        public PlaceOrder {
            lines = List.copyOf(lines);
        }
    }

    /** Pays an order, in whole or in part. */
    record PayOrder(Money amount, Instant at) implements OrderCommand {}

    /** Ships pieces of a paid order; no lines means everything that is left. */
    record ShipOrder(List<SkuQuantity> lines, Instant at) implements OrderCommand {
        public ShipOrder {
            lines = List.copyOf(lines);
        }
    }

    /** Takes back shipped pieces. */
    record ReturnLines(List<SkuQuantity> lines, Instant at) implements OrderCommand {
        public ReturnLines {
            lines = List.copyOf(lines);
        }
    }

    /** Cancels an order of which nothing is shipped yet. */
    record CancelOrder(@Nullable String note, Instant at) implements OrderCommand {}
}
