package dev.millrace.orderservice.readmodel;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the active version of the view. */
@Component
@Transactional(readOnly = true)
class OrderReader {

    private final Views views;
    private final ListedOrders orders;

    OrderReader(Views views, ListedOrders orders) {
        this.views = views;
        this.orders = orders;
    }

    /** One row more than asked for, so that the end is known. */
    List<ListedOrder> page(OrderListQuery query, int limit) {
        views.useActive();
        return orders.page(query, limit);
    }
}
