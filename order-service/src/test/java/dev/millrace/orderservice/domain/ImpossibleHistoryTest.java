package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Examples.MUGS_SHIPPED;
import static dev.millrace.orderservice.domain.Examples.NOON;
import static dev.millrace.orderservice.domain.Examples.PAID;
import static dev.millrace.orderservice.domain.Examples.PLACED;
import static dev.millrace.orderservice.domain.Examples.SHIPPED;
import static dev.millrace.orderservice.domain.Examples.mugs;
import static dev.millrace.orderservice.domain.Examples.pounds;
import static dev.millrace.orderservice.domain.OrderSpecification.given;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.orderservice.domain.OrderEvent.LinesReturned;
import dev.millrace.orderservice.domain.OrderEvent.OrderCancelled;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImpossibleHistoryTest {

    private static final LinesReturned RETURNED = new LinesReturned(List.of(mugs(2)), pounds("10"), false, NOON);
    private static final OrderCancelled CANCELLED = new OrderCancelled(pounds("0"), null, NOON);
    private static final List<OrderEvent> NEXT = List.of(PLACED, PAID, SHIPPED, RETURNED, CANCELLED);

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

    @ParameterizedTest
    @MethodSource("histories")
    void isToldByTheStatusAloneAsByTheCore(List<OrderEvent> history) {
        var status = OrderStatus.after(history.getLast());
        for (var next : NEXT) {
            var longer = Stream.concat(history.stream(), Stream.of(next)).toArray(OrderEvent[]::new);
            if (status.canSee(next)) {
                given(longer);
            } else {
                impossible(longer);
            }
        }
    }

    static Stream<List<OrderEvent>> histories() {
        return Stream.of(
                List.of(PLACED),
                List.of(PLACED, PAID),
                List.of(PLACED, PAID, MUGS_SHIPPED),
                List.of(PLACED, PAID, SHIPPED),
                List.of(PLACED, PAID, SHIPPED, RETURNED),
                List.of(PLACED, CANCELLED));
    }

    private static void impossible(OrderEvent... history) {
        assertThatExceptionOfType(ImpossibleHistoryException.class).isThrownBy(() -> given(history));
    }
}
