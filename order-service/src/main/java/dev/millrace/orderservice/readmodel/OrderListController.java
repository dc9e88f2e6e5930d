package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.starter.http.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists orders from the view, which follows the commands by a moment. */
@RestController
final class OrderListController {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "placedAt", "id");

    private final ListedOrders orders;

    OrderListController(ListedOrders orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    Page<OrderListItem> orders(
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var query = new OrderListQuery(customer, status, cursor);
        var rows = orders.findBy(
                query.specification(),
                found -> found.sortBy(NEWEST_FIRST).limit(limit + 1).all());
        return Page.of(rows, limit, OrderListQuery::after).map(ListedOrder::toItem);
    }
}
