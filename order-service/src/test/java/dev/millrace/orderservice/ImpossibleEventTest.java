package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static dev.millrace.orderservice.Topic.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.Topics;
import dev.millrace.orders.events.OrderShipped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/** No decision could have led to it, so it is not of this service's making. */
class ImpossibleEventTest {

    private static final String IMPOSSIBLE = "An order that is AWAITING_PAYMENT cannot see OrderShipped";

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();
    private final UUID order = UUID.randomUUID();
    private final String late = "Version 3 of the order " + order + " follows version 1";

    @Test
    void stopsItsOrderLoudlyAndNotThePartition() throws IOException {
        place(order);
        var before = counted();
        ship(2);
        ship(3);
        var neighbour = neighbour();
        place(neighbour);
        isListed(neighbour + "@1");

        assertThat(reasonsOfDeadLetters()).containsExactly(IMPOSSIBLE, late);
        assertThat(counted()).isEqualTo(before + 2);
        assertThat(service.output().lines().filter(line -> line.contains(" ERROR ")))
                .anyMatch(line -> line.contains(IMPOSSIBLE))
                .anyMatch(line -> line.contains(late));
        assertThat(orders.get("/orders", "Consistency-Token", order + "@2", "Prefer", "wait=0")
                        .status())
                .isEqualTo(412);

        assertThat(orders.pay(order, PRICE_OF_TWO_MUGS).status()).isEqualTo(200);
        isListed(order + "@2");
    }

    private void place(UUID id) {
        assertThat(orders.place(id, TWO_MUGS).status()).isEqualTo(201);
    }

    private void ship(int version) {
        new Topic(Topics.ORDER_EVENTS)
                .send(order.toString(), new OrderShipped(order, (long) version, Instant.EPOCH, List.of(), true));
    }

    private UUID neighbour() {
        return Stream.generate(UUID::randomUUID)
                .filter(another -> partitionOf(another) == partitionOf(order))
                .findFirst()
                .orElseThrow();
    }

    private static int partitionOf(UUID id) {
        return Utils.toPositive(Utils.murmur2(id.toString().getBytes(UTF_8))) % 12;
    }

    private void isListed(String token) {
        assertThat(orders.get("/orders", "Consistency-Token", token, "Prefer", "wait=30")
                        .status())
                .isEqualTo(200);
    }

    private List<String> reasonsOfDeadLetters() {
        return new Topic(Topics.deadLettersOf(Topics.ORDER_EVENTS))
                .records(letter -> order.toString().equals(letter.key())).stream()
                        .map(letter -> header(letter, "dlt-reason"))
                        .toList();
    }

    private double counted() {
        return orders.counted("millrace.dead.letters", "topic:" + Topics.ORDER_EVENTS);
    }
}
