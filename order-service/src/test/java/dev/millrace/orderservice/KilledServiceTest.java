package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static dev.millrace.orderservice.Topic.header;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import dev.millrace.orderservice.OrdersApi.Answer;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KilledServiceTest {

    private static final int SHOPPERS = 32;

    private static final String FIVE_POUNDS = """
            {"amount": {"amount": 5, "currency": "GBP"}}
            """;

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();

    /** The order that each acknowledged command was about. */
    private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();

    private volatile boolean closed;

    @Test
    void keepsEachAcknowledgedCommandExactlyOnce() throws Exception {
        var paid = UUID.randomUUID();
        orders.place(paid, TWO_MUGS);
        assertThat(payHalf(paid).status()).isEqualTo(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shoppers = IntStream.range(0, SHOPPERS)
                    .mapToObj(_ -> threads.submit(this::shop))
                    .toList();
            try {
                killAmidTheLoad();
            } finally {
                closed = true;
            }
            for (var shopper : shoppers) {
                shopper.get(120, TimeUnit.SECONDS);
            }
        }
        repeatThePayment(paid);

        var events = new Topic(Topics.ORDER_EVENTS)
                .records(event -> acknowledged.containsKey(header(event, "causationid"))).stream()
                        .collect(groupingBy(event -> header(event, "causationid")));
        assertThat(events).hasSameSizeAs(acknowledged);
        assertThat(events.values())
                .allSatisfy(ofOneCommand -> assertThat(ofOneCommand)
                        .hasSize(1)
                        .allMatch(event ->
                                event.key().equals(String.valueOf(acknowledged.get(header(event, "causationid"))))));
    }

    private void killAmidTheLoad() {
        for (var time = 1; time <= 2; time++) {
            var enough = acknowledged.size() + 200;
            await().atMost(ofSeconds(60)).until(() -> acknowledged.size() > enough);
            service.kill();
            service.restart();
        }
    }

    /** The order is the key, too. */
    private Answer payHalf(UUID order) {
        return orders.pay(order, FIVE_POUNDS, "Idempotency-Key", order.toString());
    }

    private void repeatThePayment(UUID order) {
        var again = payHalf(order);
        assertThat(again.status()).as(again.response().body()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        var other = orders.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", order.toString());
        assertThat(other.status()).isEqualTo(422);
    }

    private void shop() {
        while (!closed) {
            var order = UUID.randomUUID();
            insist(order, key -> orders.place(order, TWO_MUGS, "Idempotency-Key", key));
            insist(order, key -> orders.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", key));
        }
    }

    /** Repeats a command until it is acknowledged, as a caller would that has to know. */
    private void insist(UUID order, Function<String, Answer> command) {
        var key = UUID.randomUUID().toString();
        await().atMost(ofSeconds(120)).until(() -> isAcknowledged(key, command));
        acknowledged.put(key, order);
    }

    /** Any other status would be a lie; after 202 it is asked again. */
    private static boolean isAcknowledged(String key, Function<String, Answer> command) {
        try {
            var answer = command.apply(key);
            assertThat(answer.status()).as(answer.response().body()).isIn(200, 201, 202, 503);
            return answer.status() == 200 || answer.status() == 201;
        } catch (UncheckedIOException _) {
            return false;
        }
    }
}
