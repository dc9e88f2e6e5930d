package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.domain.SoldLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as callers see it. */
record OrderView(
        UUID orderId,
        long version,
        OrderStatus status,
        @Nullable UUID customerId,
        @Nullable String country,
        Instant placedAt,
        Money total,
        Money paid,
        Money refunded,
        List<Line> lines) {

    record Line(String sku, @Nullable String description, int quantity, Money unitPrice, int shipped, int returned) {

        static Line of(SoldLine sold) {
            var line = sold.line();
            return new Line(
                    line.sku(), line.description(), line.quantity(), line.unitPrice(), sold.shipped(), sold.returned());
        }
    }

    static OrderView of(UUID orderId, long version, Order.Placed order) {
        var sale = order.sale();
        return new OrderView(
                orderId,
                version,
                order.status(),
                sale.customerId(),
                sale.country(),
                sale.placedAt(),
                sale.total(),
                order.paid(),
                order.refunded(),
                sale.lines().stream().map(Line::of).toList());
    }
}
