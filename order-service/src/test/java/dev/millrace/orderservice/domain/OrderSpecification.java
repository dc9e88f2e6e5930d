package dev.millrace.orderservice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.domain.Decision.Accepted;
import dev.millrace.orderservice.domain.Decision.Refused;
import java.util.List;

/** Given what happened, when something is asked for, then this is what becomes of it. */
final class OrderSpecification {

    private final Order order;

    private OrderSpecification(Order order) {
        this.order = order;
    }

    static OrderSpecification given(OrderEvent... history) {
        Order order = new Order.Unplaced();
        for (var event : history) {
            order = OrderDecider.evolve(order, event);
        }
        return new OrderSpecification(order);
    }

    Outcome when(OrderCommand command) {
        return new Outcome(OrderDecider.decide(command, order, Examples.CUSTOMER::equals));
    }

    void thenTheStatusIs(OrderStatus status) {
        assertThat(order)
                .isInstanceOfSatisfying(
                        Order.Placed.class,
                        placed -> assertThat(placed.status()).isEqualTo(status));
    }

    void thenRefundedIs(Money amount) {
        assertThat(order)
                .isInstanceOfSatisfying(
                        Order.Placed.class,
                        placed -> assertThat(placed.refunded()).isEqualTo(amount));
    }

    record Outcome(Decision decision) {

        void then(OrderEvent... events) {
            assertThat(decision).isEqualTo(new Accepted(List.of(events)));
        }

        void thenRefused(Refusal refusal) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(refusal));
        }
    }
}
