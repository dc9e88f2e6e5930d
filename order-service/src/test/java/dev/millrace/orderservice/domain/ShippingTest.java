package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Examples.MUGS_SHIPPED;
import static dev.millrace.orderservice.domain.Examples.NOON;
import static dev.millrace.orderservice.domain.Examples.PAID;
import static dev.millrace.orderservice.domain.Examples.PLACED;
import static dev.millrace.orderservice.domain.Examples.SHIPPED;
import static dev.millrace.orderservice.domain.Examples.line;
import static dev.millrace.orderservice.domain.Examples.mugs;
import static dev.millrace.orderservice.domain.Examples.placed;
import static dev.millrace.orderservice.domain.Examples.pounds;
import static dev.millrace.orderservice.domain.Examples.teapots;
import static dev.millrace.orderservice.domain.OrderSpecification.given;
import static dev.millrace.orderservice.domain.OrderStatus.PARTLY_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_CANCELLED;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.NON_POSITIVE_QUANTITY;
import static dev.millrace.orderservice.domain.Refusal.NOT_PAID;
import static dev.millrace.orderservice.domain.Refusal.SHIPS_MORE_THAN_LEFT;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_ORDER;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_SKU;

import dev.millrace.orderservice.domain.OrderCommand.ShipOrder;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippingTest {

    @Test
    void shipsEverythingWhenNothingIsNamed() {
        given(PLACED, PAID).when(shipping()).then(SHIPPED);
        given(PLACED, PAID, SHIPPED).thenTheStatusIs(OrderStatus.SHIPPED);
    }

    @Test
    void shipsInParts() {
        given(PLACED, PAID).when(shipping(mugs(2))).then(MUGS_SHIPPED);
        given(PLACED, PAID, MUGS_SHIPPED).thenTheStatusIs(PARTLY_SHIPPED);
        given(PLACED, PAID, MUGS_SHIPPED).when(shipping()).then(new OrderShipped(List.of(teapots(1)), true, NOON));
    }

    @Test
    void addsUpAProductThatIsNamedTwice() {
        given(PLACED, PAID).when(shipping(mugs(1), mugs(1))).then(MUGS_SHIPPED);
        given(PLACED, PAID).when(shipping(mugs(1), mugs(2))).thenRefused(SHIPS_MORE_THAN_LEFT);
        given(PLACED, PAID)
                .when(shipping(mugs(Integer.MAX_VALUE), mugs(Integer.MAX_VALUE)))
                .thenRefused(SHIPS_MORE_THAN_LEFT);
    }

    @Test
    void addsUpTheLinesOfAProduct() {
        var lines = List.of(line("MUG", 1, "5"), line("MUG", 2, "6"));
        given(placed(lines, pounds("17")), new PaymentReceived(pounds("17"), pounds("0"), NOON))
                .when(shipping(mugs(3)))
                .then(new OrderShipped(List.of(mugs(3)), true, NOON));
    }

    @Test
    void needsNoPaymentForWhatCostsNothing() {
        given(placed(List.of(line("MUG", 1, "0")), pounds("0")))
                .when(shipping())
                .then(new OrderShipped(List.of(mugs(1)), true, NOON));
    }

    @Test
    void refusesBeforeTheFullPayment() {
        given(PLACED).when(shipping()).thenRefused(NOT_PAID);
        given(PLACED, new PaymentReceived(pounds("29"), pounds("1"), NOON))
                .when(shipping())
                .thenRefused(NOT_PAID);
    }

    @Test
    void refusesMoreThanIsLeft() {
        given(PLACED, PAID).when(shipping(mugs(3))).thenRefused(SHIPS_MORE_THAN_LEFT);
        given(PLACED, PAID, MUGS_SHIPPED).when(shipping(mugs(1))).thenRefused(SHIPS_MORE_THAN_LEFT);
    }

    @Test
    void refusesWhatWasNotOrdered() {
        given(PLACED, PAID).when(shipping(new SkuQuantity("CUP", 1))).thenRefused(UNKNOWN_SKU);
    }

    @Test
    void refusesQuantitiesThatAreNotPositive() {
        given(PLACED, PAID).when(shipping(mugs(2), mugs(-1))).thenRefused(NON_POSITIVE_QUANTITY);
    }

    @Test
    void refusesWhenNothingIsLeftToShip() {
        given(PLACED, PAID, SHIPPED).when(shipping()).thenRefused(ALREADY_SHIPPED);
        given().when(shipping()).thenRefused(UNKNOWN_ORDER);
        given(PLACED, new OrderCancelled(pounds("0"), null, NOON))
                .when(shipping())
                .thenRefused(ALREADY_CANCELLED);
    }

    private static ShipOrder shipping(SkuQuantity... pieces) {
        return new ShipOrder(List.of(pieces), NOON);
    }
}
