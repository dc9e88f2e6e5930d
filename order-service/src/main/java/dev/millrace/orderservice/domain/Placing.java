package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Decision.accept;
import static dev.millrace.orderservice.domain.Decision.refuse;
import static dev.millrace.orderservice.domain.Refusal.MIXED_CURRENCIES;
import static dev.millrace.orderservice.domain.Refusal.NEGATIVE_PRICE;
import static dev.millrace.orderservice.domain.Refusal.NON_POSITIVE_QUANTITY;
import static dev.millrace.orderservice.domain.Refusal.NO_LINES;
import static dev.millrace.orderservice.domain.Refusal.TOO_LARGE;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_CUSTOMER;

import dev.millrace.orderservice.domain.Order.AwaitingPayment;
import dev.millrace.orderservice.domain.Order.Paid;
import dev.millrace.orderservice.domain.OrderCommand.PlaceOrder;
import dev.millrace.orderservice.domain.OrderEvent.OrderPlaced;
import java.util.List;

/** What an order has to look like. */
final class Placing {

    private Placing() {}

    static Decision decide(PlaceOrder place, Customers customers) {
        var customer = place.customerId();
        if (customer != null && !customers.include(customer)) {
            return refuse(UNKNOWN_CUSTOMER);
        }
        return decide(place, place.lines());
    }

    private static Decision decide(PlaceOrder place, List<OrderLine> lines) {
        if (lines.isEmpty()) {
            return refuse(NO_LINES);
        }
        if (lines.stream().anyMatch(line -> line.quantity() <= 0)) {
            return refuse(NON_POSITIVE_QUANTITY);
        }
        if (lines.stream().anyMatch(line -> line.unitPrice().isNegative())) {
            return refuse(NEGATIVE_PRICE);
        }
        if (currencies(lines) > 1) {
            return refuse(MIXED_CURRENCIES);
        }
        var total = total(lines);
        if (!total.isRecordable() || pieces(lines) > Integer.MAX_VALUE) {
            return refuse(TOO_LARGE);
        }
        return accept(new OrderPlaced(place.customerId(), place.country(), lines, total, place.at()));
    }

    static Order evolve(OrderPlaced placed) {
        var sale = Sale.of(placed);
        var nothing = Money.zero(placed.total().currency());
        return placed.total().isZero() ? new Paid(sale) : new AwaitingPayment(sale, nothing);
    }

    private static long currencies(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> line.unitPrice().currency())
                .distinct()
                .count();
    }

    private static Money total(List<OrderLine> lines) {
        var nothing = Money.zero(lines.getFirst().unitPrice().currency());
        return lines.stream().map(OrderLine::price).reduce(nothing, Money::plus);
    }

    private static long pieces(List<OrderLine> lines) {
        return lines.stream().mapToLong(OrderLine::quantity).sum();
    }
}
