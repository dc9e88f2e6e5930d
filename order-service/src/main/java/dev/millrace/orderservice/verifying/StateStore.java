package dev.millrace.orderservice.verifying;

import dev.millrace.orderservice.deciding.CurrentOrders;
import dev.millrace.orderservice.deciding.LocalOrders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The state that commands are decided on. */
@Component
final class StateStore implements Place {

    private final CurrentOrders current;
    private final LocalOrders local;

    StateStore(CurrentOrders current, LocalOrders local) {
        this.current = current;
        this.local = local;
    }

    @Override
    public Where where() {
        return Where.STATE_STORE;
    }

    /** State and event commit in one transaction, so whoever has read the event finds the state. */
    @Override
    public void await(int partition, Replay replay, Pace pace) {}

    @Override
    public List<Found> find(List<String> orderIds) {
        return orderIds.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public List<Found> strangers(int partition, Replay replay) {
        return find(local.ids(
                partition, replay.from(), replay.end().orElse(null), id -> replay.covers(id) && !replay.knows(id)));
    }

    private Optional<Found> find(String orderId) {
        return current.find(UUID.fromString(orderId)).map(stored -> Found.stored(orderId, stored));
    }
}
