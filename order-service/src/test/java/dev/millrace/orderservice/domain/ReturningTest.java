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
import static dev.millrace.orderservice.domain.OrderStatus.PARTLY_RETURNED;
import static dev.millrace.orderservice.domain.OrderStatus.RETURNED;
import static dev.millrace.orderservice.domain.Refusal.NON_POSITIVE_QUANTITY;
import static dev.millrace.orderservice.domain.Refusal.NOT_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.NO_LINES;
import static dev.millrace.orderservice.domain.Refusal.RETURNS_MORE_THAN_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_ORDER;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_SKU;

import dev.millrace.orderservice.domain.OrderCommand.ReturnLines;
import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderShipped;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningTest {

    private static final LinesReturned A_MUG_RETURNED = new LinesReturned(List.of(mugs(1)), pounds("5"), false, NOON);

    @Test
    void paysBackThePriceOfTheLine() {
        given(PLACED, PAID, SHIPPED).when(returning(mugs(1))).then(A_MUG_RETURNED);
        given(PLACED, PAID, SHIPPED, A_MUG_RETURNED).thenTheStatusIs(PARTLY_RETURNED);
    }

    @Test
    void isCompleteWhenAllThatWasShippedIsBack() {
        given(PLACED, PAID, SHIPPED, A_MUG_RETURNED)
                .when(returning(mugs(1), teapots(1)))
                .then(new LinesReturned(List.of(mugs(1), teapots(1)), pounds("25"), true, NOON));
        given(PLACED, PAID, MUGS_SHIPPED)
                .when(returning(mugs(2)))
                .then(new LinesReturned(List.of(mugs(2)), pounds("10"), true, NOON));
    }

    @Test
    void returnsTheFirstShippedFirstWhenPricesDiffer() {
        var lines = List.of(line("MUG", 1, "5"), line("MUG", 2, "6"));
        var history = new OrderEvent[] {
            placed(lines, pounds("17")),
            new PaymentReceived(pounds("17"), pounds("0"), NOON),
            new OrderShipped(List.of(mugs(3)), true, NOON)
        };
        given(history).when(returning(mugs(2))).then(new LinesReturned(List.of(mugs(2)), pounds("11"), false, NOON));
    }

    @Test
    void letsTheRestBeShippedAfterAReturn() {
        var back = new LinesReturned(List.of(mugs(2)), pounds("10"), true, NOON);
        given(PLACED, PAID, MUGS_SHIPPED, back).thenTheStatusIs(RETURNED);
        given(PLACED, PAID, MUGS_SHIPPED, back)
                .when(new OrderCommand.ShipOrder(List.of(), NOON))
                .then(new OrderShipped(List.of(teapots(1)), true, NOON));
    }

    @Test
    void countsWhatWentBack() {
        given(PLACED, PAID, SHIPPED, A_MUG_RETURNED, A_MUG_RETURNED).thenRefundedIs(pounds("10"));
    }

    @Test
    void refusesMoreThanWasShippedAndNotYetReturned() {
        given(PLACED, PAID, SHIPPED).when(returning(mugs(3))).thenRefused(RETURNS_MORE_THAN_SHIPPED);
        given(PLACED, PAID, MUGS_SHIPPED).when(returning(teapots(1))).thenRefused(RETURNS_MORE_THAN_SHIPPED);
        given(PLACED, PAID, SHIPPED, A_MUG_RETURNED).when(returning(mugs(2))).thenRefused(RETURNS_MORE_THAN_SHIPPED);
    }

    @Test
    void refusesWhatNeverLeft() {
        given(PLACED).when(returning(mugs(1))).thenRefused(NOT_SHIPPED);
        given(PLACED, PAID).when(returning(mugs(1))).thenRefused(NOT_SHIPPED);
        given().when(returning(mugs(1))).thenRefused(UNKNOWN_ORDER);
    }

    @Test
    void refusesWhatIsNoReturn() {
        given(PLACED, PAID, SHIPPED).when(returning()).thenRefused(NO_LINES);
        given(PLACED, PAID, SHIPPED).when(returning(mugs(0))).thenRefused(NON_POSITIVE_QUANTITY);
        given(PLACED, PAID, SHIPPED).when(returning(new SkuQuantity("CUP", 1))).thenRefused(UNKNOWN_SKU);
    }

    private static ReturnLines returning(SkuQuantity... pieces) {
        return new ReturnLines(List.of(pieces), NOON);
    }
}
