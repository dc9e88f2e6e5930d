package dev.millrace.orderservice.domain;

import dev.millrace.orderservice.domain.OrderCommand.PlaceOrder;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order as the specifications know it: two mugs at 5 and one teapot at 20, 30 pounds in all. */
final class Examples {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final UUID CUSTOMER = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    static final OrderLine TWO_MUGS = new OrderLine("MUG", "Blue mug", 2, pounds("5"));
    static final OrderLine A_TEAPOT = new OrderLine("TEAPOT", null, 1, pounds("20"));
    static final List<OrderLine> LINES = List.of(TWO_MUGS, A_TEAPOT);

    static final OrderPlaced PLACED = placed(LINES, pounds("30"));
    static final PaymentReceived PAID = new PaymentReceived(pounds("30"), pounds("0"), NOON);
    static final OrderShipped SHIPPED = new OrderShipped(List.of(mugs(2), teapots(1)), true, NOON);
    static final OrderShipped MUGS_SHIPPED = new OrderShipped(List.of(mugs(2)), false, NOON);

    private Examples() {}

    static PlaceOrder placing(OrderLine... lines) {
        return new PlaceOrder(CUSTOMER, "France", List.of(lines), NOON);
    }

    static OrderPlaced placed(List<OrderLine> lines, Money total) {
        return new OrderPlaced(CUSTOMER, "France", lines, total, NOON);
    }

    static SkuQuantity mugs(int quantity) {
        return new SkuQuantity("MUG", quantity);
    }

    static SkuQuantity teapots(int quantity) {
        return new SkuQuantity("TEAPOT", quantity);
    }

    static OrderLine line(String sku, int quantity, String price) {
        return new OrderLine(sku, null, quantity, pounds(price));
    }

    static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }

    static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
