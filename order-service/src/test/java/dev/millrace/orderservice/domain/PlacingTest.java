package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Examples.A_TEAPOT;
import static dev.millrace.orderservice.domain.Examples.LINES;
import static dev.millrace.orderservice.domain.Examples.NOON;
import static dev.millrace.orderservice.domain.Examples.PAID;
import static dev.millrace.orderservice.domain.Examples.PLACED;
import static dev.millrace.orderservice.domain.Examples.SHIPPED;
import static dev.millrace.orderservice.domain.Examples.TWO_MUGS;
import static dev.millrace.orderservice.domain.Examples.euros;
import static dev.millrace.orderservice.domain.Examples.line;
import static dev.millrace.orderservice.domain.Examples.placed;
import static dev.millrace.orderservice.domain.Examples.placing;
import static dev.millrace.orderservice.domain.Examples.pounds;
import static dev.millrace.orderservice.domain.OrderSpecification.given;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_PLACED;
import static dev.millrace.orderservice.domain.Refusal.MIXED_CURRENCIES;
import static dev.millrace.orderservice.domain.Refusal.NEGATIVE_PRICE;
import static dev.millrace.orderservice.domain.Refusal.NON_POSITIVE_QUANTITY;
import static dev.millrace.orderservice.domain.Refusal.NO_LINES;
import static dev.millrace.orderservice.domain.Refusal.TOO_LARGE;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_CUSTOMER;

import dev.millrace.orderservice.domain.OrderCommand.PlaceOrder;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacingTest {

    @Test
    void addsUpTheLines() {
        given().when(placing(TWO_MUGS, A_TEAPOT)).then(PLACED);
    }

    @Test
    void acceptsGuestsAndUnknownCountries() {
        given().when(new PlaceOrder(null, null, LINES, NOON))
                .then(new OrderEvent.OrderPlaced(null, null, LINES, pounds("30"), NOON));
    }

    @Test
    void refusesCustomersWhomNobodyKnows() {
        given().when(new PlaceOrder(UUID.randomUUID(), null, LINES, NOON)).thenRefused(UNKNOWN_CUSTOMER);
    }

    @Test
    void acceptsAnOrderThatCostsNothing() {
        var gift = line("GIFT", 1, "0");
        given().when(placing(gift)).then(placed(List.of(gift), pounds("0")));
        given(placed(List.of(gift), pounds("0"))).thenTheStatusIs(OrderStatus.PAID);
    }

    @Test
    void refusesAnOrderWithoutLines() {
        given().when(placing()).thenRefused(NO_LINES);
    }

    @Test
    void refusesQuantitiesThatAreNotPositive() {
        given().when(placing(TWO_MUGS, line("MUG", 0, "5"))).thenRefused(NON_POSITIVE_QUANTITY);
        given().when(placing(TWO_MUGS, line("MUG", -1, "5"))).thenRefused(NON_POSITIVE_QUANTITY);
    }

    @Test
    void refusesNegativePrices() {
        given().when(placing(line("MUG", 1, "-0.01"))).thenRefused(NEGATIVE_PRICE);
    }

    @Test
    void refusesSeveralCurrencies() {
        given().when(placing(TWO_MUGS, new OrderLine("MUG", null, 1, euros("5"))))
                .thenRefused(MIXED_CURRENCIES);
    }

    @Test
    void refusesATotalThatCannotBeRecorded() {
        given().when(placing(line("MUG", 1, "99999999999999.9999"), line("MUG", 1, "0.0001")))
                .thenRefused(TOO_LARGE);
    }

    @Test
    void refusesMorePiecesThanCanBeCounted() {
        given().when(placing(line("MUG", Integer.MAX_VALUE, "0"), line("MUG", 1, "0")))
                .thenRefused(TOO_LARGE);
    }

    @Test
    void refusesToPlaceAnOrderTwice() {
        var again = placing(A_TEAPOT);
        given(PLACED).when(again).thenRefused(ALREADY_PLACED);
        given(PLACED, PAID).when(again).thenRefused(ALREADY_PLACED);
        given(PLACED, PAID, SHIPPED).when(again).thenRefused(ALREADY_PLACED);
        given(PLACED, new OrderCancelled(pounds("0"), null, NOON)).when(again).thenRefused(ALREADY_PLACED);
    }
}
