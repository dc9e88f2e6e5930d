package dev.millrace.search.documents;

import dev.millrace.contracts.Money;
import dev.millrace.orders.OrderLine;
import dev.millrace.orders.events.OrderPlaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order as people look for it, folded from its events.
 *
 * @param version of the last event in it
 * @param customerId null for a guest; the name is not copied here, so that it is never out of date
 */
public record OrderDocument(
        UUID id,
        long version,
        OrderStatus status,
        @Nullable UUID customerId,
        @Nullable String country,
        Total total,
        List<String> skus,
        List<String> descriptions,
        Instant placedAt,
        Instant updatedAt)
        implements Document {

    /** What the order was worth when it was placed, with the decimals it needs, but at least two. */
    public record Total(BigDecimal amount, String currency) {

        private static final int DECIMALS = 2;

        static Total of(Money money) {
            var amount = money.getAmount().stripTrailingZeros();
            return new Total(amount.setScale(Math.max(amount.scale(), DECIMALS)), money.getCurrency());
        }
    }

    static OrderDocument of(OrderPlaced placed) {
        return new OrderDocument(
                placed.getOrderId(),
                placed.getVersion(),
                OrderStatus.owing(placed.getTotal()),
                placed.getCustomerId(),
                placed.getCountry(),
                Total.of(placed.getTotal()),
                distinct(placed.getLines(), OrderLine::getSku),
                distinct(placed.getLines(), OrderLine::getDescription),
                placed.getAt(),
                placed.getAt());
    }

    OrderDocument after(OrderEvent.Moved event) {
        return new OrderDocument(
                id, event.version(), event.to(), customerId, country, total, skus, descriptions, placedAt, event.at());
    }

    private static List<String> distinct(List<OrderLine> lines, Function<OrderLine, @Nullable String> field) {
        return lines.stream().map(field).filter(Objects::nonNull).distinct().toList();
    }
}
