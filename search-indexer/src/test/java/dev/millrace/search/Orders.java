package dev.millrace.search;

import dev.millrace.contracts.Money;
import dev.millrace.orders.OrderLine;
import dev.millrace.orders.SkuQuantity;
import dev.millrace.orders.events.LinesReturned;
import dev.millrace.orders.events.OrderCancelled;
import dev.millrace.orders.events.OrderPlaced;
import dev.millrace.orders.events.OrderShipped;
import dev.millrace.orders.events.PaymentReceived;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of one order, as order-service writes them. */
public record Orders(UUID id, @Nullable UUID customer) {

    private static final Instant NOON = Instant.parse("2010-12-01T12:00:00Z");
    private static final List<SkuQuantity> ONE_LANTERN = List.of(new SkuQuantity("71053", 1));

    public static Orders any() {
        return of(UUID.randomUUID());
    }

    /** As the shop's till takes them. */
    public static Orders ofNobody() {
        return new Orders(UUID.randomUUID(), null);
    }

    public static Orders of(UUID customer) {
        return new Orders(UUID.randomUUID(), customer);
    }

    public OrderPlaced placed() {
        return placed(1);
    }

    public OrderPlaced placed(long version) {
        return placed(version, "WHITE METAL LANTERN");
    }

    public OrderPlaced placed(long version, String description) {
        var lines = List.of(
                new OrderLine("85123A", null, 6, gbp("2.55")),
                new OrderLine("71053", description, 1, gbp("1.65")),
                new OrderLine("71053", description, 1, gbp("1.65")));
        return new OrderPlaced(id, version, NOON, customer, "United Kingdom", lines, gbp("18.60"));
    }

    public PaymentReceived paid(long version, String outstanding) {
        return new PaymentReceived(id, version, at(version), gbp("18.60"), gbp(outstanding));
    }

    public OrderShipped shipped(long version, boolean complete) {
        return new OrderShipped(id, version, at(version), ONE_LANTERN, complete);
    }

    public LinesReturned returned(long version, boolean complete) {
        return new LinesReturned(id, version, at(version), ONE_LANTERN, gbp("1.65"), complete);
    }

    public OrderCancelled cancelled(long version) {
        return new OrderCancelled(id, version, at(version), gbp("0.00"), null);
    }

    private static Instant at(long version) {
        return NOON.plusSeconds(version);
    }

    private static Money gbp(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }
}
