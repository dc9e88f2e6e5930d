package dev.millrace.orderservice.verifying;

import dev.millrace.orderservice.deciding.LocalOrders;
import dev.millrace.orderservice.readmodel.ActiveOrderList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The read model: the active version of the list of orders. */
@Component
final class OrderListing implements Place {

    private static final int IDS_A_QUERY = 5000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PAUSES = 300;

    private final ActiveOrderList list;
    private final LocalOrders local;

    OrderListing(ActiveOrderList list, LocalOrders local) {
        this.list = list;
        this.local = local;
    }

    @Override
    public Where where() {
        return Where.READ_MODEL;
    }

    /** A list that stands still for a minute ends the verification: its rows would differ only by being old. */
    @Override
    public void await(int partition, Replay replay, Pace pace) {
        for (var pauses = 0; list.position(partition) < replay.position(); pauses++) {
            if (pauses == PAUSES) {
                throw new IllegalStateException(
                        "The list of orders has not come to offset %d of partition %d within a minute"
                                .formatted(replay.position(), partition));
            }
            pace.pause(PAUSE);
        }
    }

    @Override
    public List<Found> find(List<String> orderIds) {
        return list.find(orderIds.stream().map(UUID::fromString).toList()).stream()
                .map(Found::listed)
                .toList();
    }

    /** Goes through the ids of all partitions: the rows do not say which they are of. */
    @Override
    public List<Found> strangers(int partition, Replay replay) {
        var strangers = new ArrayList<String>();
        var page = List.of(UUID.fromString(replay.from()));
        while (!page.isEmpty() && replay.covers(page.getLast().toString())) {
            strangers.addAll(strangers(page, partition, replay));
            page = list.idsAfter(page.getLast(), IDS_A_QUERY);
        }
        strangers.addAll(strangers(page, partition, replay));
        return find(strangers);
    }

    private List<String> strangers(List<UUID> page, int partition, Replay replay) {
        return page.stream()
                .map(UUID::toString)
                .filter(id -> replay.covers(id) && !replay.knows(id) && local.belongs(id, partition))
                .toList();
    }
}
