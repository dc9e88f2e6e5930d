package dev.millrace.orderservice.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The active version of the list, for whoever compares it with the events. */
@Component
@Transactional(readOnly = true)
public class ActiveOrderList {

    private final Views views;
    private final ListedOrders orders;
    private final Checkpoints checkpoints;

    ActiveOrderList(Views views, ListedOrders orders, Checkpoints checkpoints) {
        this.views = views;
        this.orders = orders;
        this.checkpoints = checkpoints;
    }

    public Collection<ListedOrder> find(Collection<UUID> ids) {
        views.useActive();
        return orders.find(ids).values();
    }

    /** The next ids after that one, as many as asked for, in their order. */
    public List<UUID> idsAfter(UUID id, int limit) {
        views.useActive();
        return orders.idsAfter(id, limit);
    }

    /** Up to where a partition has been followed. */
    public long position(int partition) {
        views.useActive();
        return checkpoints.all().getOrDefault(partition, 0L);
    }
}
