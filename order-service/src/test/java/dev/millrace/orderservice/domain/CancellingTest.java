package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Examples.MUGS_SHIPPED;
import static dev.millrace.orderservice.domain.Examples.NOON;
import static dev.millrace.orderservice.domain.Examples.PAID;
import static dev.millrace.orderservice.domain.Examples.PLACED;
import static dev.millrace.orderservice.domain.Examples.pounds;
import static dev.millrace.orderservice.domain.OrderSpecification.given;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_CANCELLED;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_SHIPPED;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_ORDER;

import dev.millrace.orderservice.domain.OrderCommand.CancelOrder;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import org.junit.jupiter.api.Test;

class CancellingTest {

    private static final CancelOrder CANCEL = new CancelOrder("changed my mind", NOON);

    @Test
    void paysBackWhatWasPaid() {
        var part = new PaymentReceived(pounds("10"), pounds("20"), NOON);
        given(PLACED).when(CANCEL).then(cancelled("0"));
        given(PLACED, part).when(CANCEL).then(cancelled("10"));
        given(PLACED, PAID).when(CANCEL).then(cancelled("30"));
    }

    @Test
    void endsTheOrder() {
        given(PLACED, PAID, cancelled("30")).thenTheStatusIs(OrderStatus.CANCELLED);
        given(PLACED, PAID, cancelled("30")).thenRefundedIs(pounds("30"));
        given(PLACED, cancelled("0")).when(CANCEL).thenRefused(ALREADY_CANCELLED);
    }

    @Test
    void refusesOnceAnythingIsShipped() {
        given(PLACED, PAID, MUGS_SHIPPED).when(CANCEL).thenRefused(ALREADY_SHIPPED);
    }

    @Test
    void refusesAnOrderThatDoesNotExist() {
        given().when(CANCEL).thenRefused(UNKNOWN_ORDER);
    }

    private static OrderCancelled cancelled(String refund) {
        return new OrderCancelled(pounds(refund), "changed my mind", NOON);
    }
}
