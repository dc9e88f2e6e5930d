package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.starter.http.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists orders from the view, which follows the commands by a moment. */
@RestController
final class OrderListController {

    private final OrderReader reader;

    OrderListController(OrderReader reader) {
        this.reader = reader;
    }

    @GetMapping("/orders")
    Page<OrderListItem> orders(
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var query = new OrderListQuery(customer, status, sku, from, to, cursor);
        return Page.of(reader.page(query, limit), limit, OrderListQuery::after).map(ListedOrder::toItem);
    }
}
