package dev.millrace.orderservice.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.Order.AwaitingPayment;
import dev.millrace.orderservice.domain.Order.Cancelled;
import dev.millrace.orderservice.domain.Order.Dispatched;
import dev.millrace.orderservice.domain.Order.Paid;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.domain.Refusal;
import dev.millrace.orderservice.domain.Sale;
import dev.millrace.orderservice.domain.SoldLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredOrderRowsTest {

    private static final Money TEN = new Money(BigDecimal.TEN, "GBP");
    private static final Money FOUR = new Money(new BigDecimal("4"), "GBP");
    private static final Sale SALE = new Sale(
            UUID.randomUUID(),
            null,
            Commands.NOON,
            List.of(new SoldLine(new OrderLine("MUG", "Blue mug", 2, new Money(new BigDecimal("5"), "GBP")), 2, 1)),
            TEN);
    private static final AnsweredCommands ANSWERED = new AnsweredCommands(List.of(
            new AnsweredCommands.Entry(UUID.randomUUID(), -7, new Answer.Accepted(1, 1)),
            new AnsweredCommands.Entry(UUID.randomUUID(), 7, new Answer.Refused(1, Refusal.NOT_PAID, "later"))));

    static Stream<Order> states() {
        return Stream.of(
                new AwaitingPayment(SALE, FOUR),
                new Paid(SALE),
                new Dispatched(SALE, OrderStatus.PARTLY_SHIPPED),
                new Dispatched(SALE, OrderStatus.SHIPPED),
                new Dispatched(SALE, OrderStatus.PARTLY_RETURNED),
                new Dispatched(SALE, OrderStatus.RETURNED),
                new Cancelled(SALE, FOUR));
    }

    @ParameterizedTest
    @MethodSource("states")
    void bringBackWhatWasStored(Order order) {
        var stored = new StoredOrder(order, 5, ANSWERED);
        assertThat(StoredOrderRows.read(StoredOrderRows.write(stored))).isEqualTo(stored);
    }
}
