package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.Topics;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();

    @Test
    void orderOnlyWhileTheyAreRegistered() {
        var stranger = UUID.randomUUID();
        assertThat(orders.get("/customers/" + stranger).status()).isEqualTo(404);
        assertUnknown(order(UUID.randomUUID(), stranger));

        var customer = service.customer();
        assertThat(order(UUID.randomUUID(), customer).status()).isEqualTo(201);

        new Topic(Topics.USER_CHANGES).sendTombstone(customer.toString());
        service.awaitStatus("/customers/" + customer, 404);
        assertUnknown(order(UUID.randomUUID(), customer));
    }

    @Test
    void areRememberedOverAKill() {
        var customer = service.customer();
        service.kill();
        service.restart();
        assertThat(order(UUID.randomUUID(), customer).status()).isEqualTo(201);
    }

    @Test
    void canOrderTheSameAgainOnceTheyAreKnown() {
        var order = UUID.randomUUID();
        assertUnknown(order(order, UUID.randomUUID()));
        assertThat(order(order, service.customer()).status()).isEqualTo(201);
    }

    private OrdersApi.Answer order(UUID order, UUID customer) {
        return orders.place(order, TWO_MUGS.replaceFirst("\\{", "{\"customerId\": \"" + customer + "\","));
    }

    private static void assertUnknown(OrdersApi.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).endsWith("unknown-customer");
    }
}
