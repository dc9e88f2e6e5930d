package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
record OrderListItem(
        UUID orderId,
        long version,
        OrderStatus status,
        @Nullable UUID customerId,
        @Nullable String country,
        Instant placedAt,
        Money total,
        Money paid,
        Money refunded) {}
