package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Examples.NOON;
import static dev.millrace.orderservice.domain.Examples.PAID;
import static dev.millrace.orderservice.domain.Examples.PLACED;
import static dev.millrace.orderservice.domain.Examples.SHIPPED;
import static dev.millrace.orderservice.domain.Examples.euros;
import static dev.millrace.orderservice.domain.Examples.line;
import static dev.millrace.orderservice.domain.Examples.placed;
import static dev.millrace.orderservice.domain.Examples.pounds;
import static dev.millrace.orderservice.domain.OrderSpecification.given;
import static dev.millrace.orderservice.domain.OrderStatus.AWAITING_PAYMENT;
import static dev.millrace.orderservice.domain.Refusal.ALREADY_CANCELLED;
import static dev.millrace.orderservice.domain.Refusal.NON_POSITIVE_AMOUNT;
import static dev.millrace.orderservice.domain.Refusal.NOTHING_TO_PAY;
import static dev.millrace.orderservice.domain.Refusal.OVERPAYMENT;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_ORDER;
import static dev.millrace.orderservice.domain.Refusal.WRONG_CURRENCY;

import dev.millrace.orderservice.domain.OrderCommand.PayOrder;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import dev.millrace.orderservice.domain.OrderEvent.PaymentReceived;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayingTest {

    private static final PaymentReceived A_THIRD = new PaymentReceived(pounds("10"), pounds("20"), NOON);

    @Test
    void takesTheWholeAmount() {
        given(PLACED).when(paying(pounds("30"))).then(PAID);
        given(PLACED, PAID).thenTheStatusIs(OrderStatus.PAID);
    }

    @Test
    void addsPartialPaymentsUp() {
        given(PLACED).when(paying(pounds("10"))).then(A_THIRD);
        given(PLACED, A_THIRD).thenTheStatusIs(AWAITING_PAYMENT);
        given(PLACED, A_THIRD).when(paying(pounds("20"))).then(new PaymentReceived(pounds("20"), pounds("0"), NOON));
    }

    @Test
    void refusesMoreThanIsOutstanding() {
        given(PLACED).when(paying(pounds("30.0001"))).thenRefused(OVERPAYMENT);
        given(PLACED, A_THIRD).when(paying(pounds("20.01"))).thenRefused(OVERPAYMENT);
    }

    @Test
    void refusesAmountsThatAreNotPositive() {
        given(PLACED).when(paying(pounds("0"))).thenRefused(NON_POSITIVE_AMOUNT);
        given(PLACED).when(paying(pounds("-1"))).thenRefused(NON_POSITIVE_AMOUNT);
    }

    @Test
    void refusesAnotherCurrency() {
        given(PLACED).when(paying(euros("30"))).thenRefused(WRONG_CURRENCY);
    }

    @Test
    void refusesToBePaidTwice() {
        given(PLACED, PAID).when(paying(pounds("1"))).thenRefused(NOTHING_TO_PAY);
        given(PLACED, PAID, SHIPPED).when(paying(pounds("1"))).thenRefused(NOTHING_TO_PAY);
        given(placed(List.of(line("GIFT", 1, "0")), pounds("0")))
                .when(paying(pounds("1")))
                .thenRefused(NOTHING_TO_PAY);
    }

    @Test
    void refusesWhereThereIsNothingToPayFor() {
        given().when(paying(pounds("1"))).thenRefused(UNKNOWN_ORDER);
        given(PLACED, new OrderCancelled(pounds("0"), null, NOON))
                .when(paying(pounds("1")))
                .thenRefused(ALREADY_CANCELLED);
    }

    private static PayOrder paying(Money amount) {
        return new PayOrder(amount, NOON);
    }
}
