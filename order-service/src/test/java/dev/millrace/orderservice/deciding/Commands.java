package dev.millrace.orderservice.deciding;

import dev.millrace.contracts.Money;
import dev.millrace.orders.OrderLine;
import dev.millrace.orders.SkuQuantity;
import dev.millrace.orders.commands.PayOrder;
import dev.millrace.orders.commands.PlaceOrder;
import dev.millrace.orders.commands.ShipOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands about one order of two mugs at 5 pounds. */
final class Commands {

    static final UUID ORDER = UUID.fromString("0198f000-0000-7000-8000-00000000000a");
    static final UUID CUSTOMER = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Commands() {}

    static PlaceOrder place(UUID commandId, int mugs) {
        var line = new OrderLine("MUG", "Blue mug", mugs, pounds("5"));
        return new PlaceOrder(ORDER, commandId, NOON, null, null, "France", List.of(line));
    }

    static PlaceOrder place(UUID commandId) {
        return place(commandId, 2);
    }

    static PlaceOrder placeFor(UUID customer, UUID commandId) {
        var lines = place(commandId).getLines();
        return new PlaceOrder(ORDER, commandId, NOON, null, customer, "France", lines);
    }

    static PayOrder pay(UUID commandId, String amount, @Nullable Long expectedVersion) {
        return new PayOrder(ORDER, commandId, NOON, expectedVersion, pounds(amount));
    }

    static PayOrder pay(UUID commandId, String amount) {
        return pay(commandId, amount, null);
    }

    static ShipOrder ship(UUID commandId, SkuQuantity... pieces) {
        return new ShipOrder(ORDER, commandId, NOON, null, List.of(pieces));
    }

    static Money pounds(String amount) {
        return new Money(new BigDecimal(amount).setScale(4), "GBP");
    }
}
