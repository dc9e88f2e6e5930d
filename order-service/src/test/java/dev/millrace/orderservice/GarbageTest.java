package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static dev.millrace.orderservice.Topic.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import dev.millrace.orders.results.CommandAccepted;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GarbageTest {

    private static final byte[] GARBAGE = "no record of ours".getBytes(UTF_8);

    private final OrdersApi orders = OrderService.running().api();
    private final String order = UUID.randomUUID().toString();

    @Test
    void isPutAsideFromTheCommandsAndTheirPartitionGoesOn() {
        new Topic(Topics.ORDER_COMMANDS).send(order, GARBAGE);

        assertThat(orders.place(UUID.fromString(order), TWO_MUGS).status()).isEqualTo(201);
        isPutAside(Topics.ORDER_COMMANDS);
    }

    @Test
    void isPutAsideFromTheEventsAndTheirPartitionGoesOn() {
        new Topic(Topics.ORDER_EVENTS).send(order, GARBAGE);

        orders.place(UUID.fromString(order), TWO_MUGS);
        isPutAside(Topics.ORDER_EVENTS);
        isListed();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.ORDER_COMMANDS, Topics.ORDER_EVENTS})
    void mayAlsoBeARecordOfATypeThatBelongsElsewhere(String topic) {
        var counted = deadLettersOf(topic);
        new Topic(topic).send(order, new CommandAccepted(UUID.randomUUID(), UUID.fromString(order), 1L, 1, false));

        assertThat(orders.place(UUID.fromString(order), TWO_MUGS).status()).isEqualTo(201);
        isPutAside(topic, "dev.millrace.orders.results.CommandAccepted is not ");
        isListed();
        assertThat(deadLettersOf(topic)).isEqualTo(counted + 1);
    }

    @Test
    void mayAlsoBeAnEventWhosePredecessorNeverCame() {
        var placed = UUID.randomUUID();
        orders.place(placed, TWO_MUGS);
        orders.pay(placed, OrdersApi.PRICE_OF_TWO_MUGS);
        var events = new Topic(Topics.ORDER_EVENTS);
        var payment =
                events.records(event -> placed.toString().equals(event.key())).getLast();
        var stranger = payment.value().clone();
        stranger[6] = stranger[6] == 'f' ? (byte) 'e' : (byte) 'f';
        events.send(order, stranger);

        orders.place(UUID.fromString(order), TWO_MUGS);
        isPutAside(Topics.ORDER_EVENTS);
        isListed();
    }

    private void isPutAside(String topic) {
        isPutAside(topic, "");
    }

    private void isPutAside(String topic, String reason) {
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                new Topic(Topics.deadLettersOf(topic)).records(letter -> order.equals(letter.key())))
                        .singleElement()
                        .satisfies(letter -> assertThat(header(letter, "dlt-reason"))
                                .isNotBlank()
                                .contains(reason))
                        .satisfies(letter ->
                                assertThat(header(letter, "dlt-service")).isEqualTo("order-service")));
    }

    private double deadLettersOf(String topic) {
        return orders.counted("millrace.dead.letters", "topic:" + topic);
    }

    private void isListed() {
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                orders.get("/orders?limit=500").response().body())
                        .contains(order));
    }
}
