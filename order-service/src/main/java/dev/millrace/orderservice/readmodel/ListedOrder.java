package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.ImpossibleHistoryException;
import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderEvent;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the list: the last version of an order that the view has seen. */
public record ListedOrder(
        UUID id,
        long version,
        OrderStatus status,
        @Nullable UUID customerId,
        @Nullable String country,
        Instant placedAt,
        Money total,
        Money paid,
        Money refunded,
        List<String> skus) {

    static ListedOrder placed(UUID id, OrderPlaced placed) {
        var nothing = new Money(BigDecimal.ZERO, placed.total().currency());
        return new ListedOrder(
                id,
                1,
                OrderStatus.after(placed),
                placed.customerId(),
                placed.country(),
                placed.at(),
                placed.total(),
                nothing,
                nothing,
                placed.lines().stream().map(OrderLine::sku).distinct().toList());
    }

    /** An event seen before changes nothing; one that is not the next, or can't be it, is not followed. */
    ListedOrder after(RecordedEvent recorded) {
        if (recorded.version() <= version) {
            return this;
        }
        if (recorded.version() != version + 1) {
            throw new MissingEventException(recorded, version);
        }
        if (!status.canSee(recorded.event())) {
            throw new ImpossibleHistoryException(status, recorded.event());
        }
        return next(recorded.event());
    }

    private ListedOrder next(OrderEvent event) {
        return switch (event) {
            case PaymentReceived payment -> next(event, plus(paid, payment.amount()), refunded);
            case LinesReturned returned -> next(event, paid, plus(refunded, returned.refund()));
            case OrderCancelled cancelled -> next(event, paid, cancelled.refund());
            case OrderPlaced _, OrderShipped _ -> next(event, paid, refunded);
        };
    }

    private ListedOrder next(OrderEvent event, Money nextPaid, Money nextRefunded) {
        return new ListedOrder(
                id,
                version + 1,
                OrderStatus.after(event),
                customerId,
                country,
                placedAt,
                total,
                nextPaid,
                nextRefunded,
                skus);
    }

    private static Money plus(Money sum, Money amount) {
        return new Money(sum.amount().add(amount.amount()), sum.currency());
    }

    OrderListItem toItem() {
        return new OrderListItem(id, version, status, customerId, country, placedAt, total, paid, refunded);
    }
}
