package dev.millrace.orderservice.readmodel;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the active version of the view. */
@Component
@Transactional(readOnly = true)
class OrderReader {

    private final Views views;
    private final ListedOrders orders;
    private final OrderSums sums;

    OrderReader(Views views, ListedOrders orders, OrderSums sums) {
        this.views = views;
        this.orders = orders;
        this.sums = sums;
    }

    /** One row more than asked for, so that the end is known. */
    List<ListedOrder> page(OrderListQuery query, int limit) {
        views.useActive();
        return orders.page(query, limit);
    }

    /** Of the order in the view; 0 while it is not there. */
    long version(UUID order) {
        views.useActive();
        return orders.version(order);
    }

    List<Spending> spending(UUID customer) {
        views.useActive();
        return sums.spending(customer);
    }

    List<Revenue> revenue(RevenueQuery query) {
        views.useActive();
        return sums.revenue(query);
    }
}
