package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.deciding.PastEvent;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.OrderDecider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order with its events from the first on: what it was after each of them.
 *
 * @param events in the order of their versions, which count from 1
 */
record PastOrder(UUID orderId, List<PastEvent> events) {

    long version() {
        return events.size();
    }

    /** The order after the event of that version; empty if it has not come that far. */
    Optional<OrderView> atVersion(long version) {
        return version < 1 || version > version() ? Optional.empty() : Optional.of(after((int) version));
    }

    /**
     * The order as it was then, an event at the very moment included; empty if it was not placed yet. Should a clock have
     * gone backwards, the first event that is too late ends what had happened.
     */
    Optional<OrderView> asOf(Instant moment) {
        var happened = events.stream()
                .takeWhile(event -> !event.recorded().event().at().isAfter(moment))
                .count();
        return atVersion(happened);
    }

    private OrderView after(int version) {
        Order order = new Order.Unplaced();
        for (var event : events.subList(0, version)) {
            order = OrderDecider.evolve(order, event.recorded().event());
        }
        return switch (order) {
            case Order.Placed placed -> OrderView.of(orderId, version, placed);
            case Order.Unplaced() ->
                throw new IllegalStateException("The history of " + orderId + " does not place it");
        };
    }
}
