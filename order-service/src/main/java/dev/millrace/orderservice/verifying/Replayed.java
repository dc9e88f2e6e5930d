package dev.millrace.orderservice.verifying;

import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.OrderDecider;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.util.List;

/** An order as its events have left it. */
sealed interface Replayed {

    Replayed UNPLACED = new Sound(new Order.Unplaced(), 0);

    /** As far as the events could be followed, that is all of them so far. */
    record Sound(Order order, long version) implements Replayed {

        Order.Placed placed() {
            return switch (order) {
                case Order.Placed placed -> placed;
                case Order.Unplaced() -> throw new IllegalStateException("The order was never placed");
            };
        }

        Difference missing(String orderId, Where where) {
            var expected = "version=%d, status=%s".formatted(version, placed().status());
            return new Difference(orderId, where, expected, "no such order");
        }
    }

    /** One event cannot have come from any decision: whatever follows it, nobody may guess. */
    record Broken(long version, String reason) implements Replayed {

        Difference difference(String orderId) {
            return new Difference(orderId, Where.EVENTS, "an event that can follow version " + version, reason);
        }
    }

    /** The core throws whatever it stumbles over, and here that is the answer. */
    default Replayed after(RecordedEvent next) {
        return switch (this) {
            case Broken broken -> broken;
            case Sound(var _, var version)
            when next.version() != version + 1 ->
                new Broken(version, "Version %d follows version %d".formatted(next.version(), version));
            case Sound(var order, var version) -> {
                try {
                    yield new Sound(OrderDecider.evolve(order, next.event()), next.version());
                } catch (RuntimeException e) {
                    yield new Broken(version, String.valueOf(e.getMessage()));
                }
            }
        };
    }

    /** Brings an order that has moved on since the replay to the version at which it was found. */
    default Replayed rolledOn(long until, List<RecordedEvent> history) {
        var rolled = this;
        for (var event : history) {
            if (event.version() > version() && event.version() <= until) {
                rolled = rolled.after(event);
            }
        }
        return rolled;
    }

    long version();
}
