package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Examples.NOON;
import static dev.millrace.orderservice.domain.Examples.PAID;
import static dev.millrace.orderservice.domain.Examples.PLACED;
import static dev.millrace.orderservice.domain.Examples.SHIPPED;
import static dev.millrace.orderservice.domain.Examples.pounds;
import static dev.millrace.orderservice.domain.OrderSpecification.given;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import org.junit.jupiter.api.Test;

class ImpossibleHistoryTest {

    @Test
    void saysLoudlyWhichEventCannotBe() {
        assertThatExceptionOfType(ImpossibleHistoryException.class)
                .isThrownBy(() -> given(PAID))
                .withMessage("An order that is Unplaced cannot see PaymentReceived");
    }

    @Test
    void knowsNoEventTwiceNorOutOfTurn() {
        impossible(PLACED, PLACED);
        impossible(PLACED, SHIPPED);
        impossible(PLACED, PAID, PAID);
        impossible(PLACED, PAID, SHIPPED, new OrderCancelled(pounds("30"), null, NOON));
        impossible(PLACED, new OrderCancelled(pounds("0"), null, NOON), PAID);
    }

    private static void impossible(OrderEvent... history) {
        assertThatExceptionOfType(ImpossibleHistoryException.class).isThrownBy(() -> given(history));
    }
}
