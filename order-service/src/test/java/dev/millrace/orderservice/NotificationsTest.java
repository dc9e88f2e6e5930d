package dev.millrace.orderservice;

import static dev.millrace.contracts.Topics.NOTIFICATION_TASKS;
import static dev.millrace.contracts.Topics.deadLettersOf;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.orderservice.OrderService.ENGINES;
import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static dev.millrace.orderservice.Topic.header;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private final OrdersApi orders = OrderService.running().api();
    private final UUID customer = OrderService.running().customer();
    private final UUID order = UUID.randomUUID();

    /** Each test has a task that was done before, so that the registry has been asked for its schema. */
    @BeforeEach
    void placeAnOrder() {
        place(order);
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(kindsOf(order)).contains("PLACED"));
    }

    @Test
    void tellACustomerEachThingOnce() {
        orders.pay(order, PRICE_OF_TWO_MUGS);
        orders.ship(order, "{}");

        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(kindsOf(order)).containsExactly("PLACED", "PAID", "SHIPPED"));
        assertThat(notificationsOf(order).response().body()).contains("It comes to 10.0000 GBP.");
    }

    @Test
    void putGarbageAsideAndGoOn() {
        var garbage = UUID.randomUUID().toString();
        new Topic(NOTIFICATION_TASKS).send(garbage, "no task of ours".getBytes(UTF_8));

        orders.pay(order, PRICE_OF_TWO_MUGS);
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(kindsOf(order)).contains("PAID"));
        isPutAside(garbage);
    }

    @Test
    void tryATaskThatFailsAgainAndGiveItUpInTheEnd() {
        var refused = UUID.randomUUID().toString();
        var released = notifications("outcome:RELEASE");
        var tasks = new Topic(NOTIFICATION_TASKS);
        var task =
                tasks.records(record -> order.toString().equals(record.key())).getFirst();
        tasks.send(refused, withATextThatPostgresqlRefuses(task.value()));

        isPutAside(refused);
        assertThat(notifications("outcome:RELEASE")).isEqualTo(released + 4);
    }

    @Test
    void waitForPostgresqlWithoutUsingUpTheirDeliveries() {
        var another = UUID.randomUUID();
        var renewed = notifications("outcome:RENEW");
        ENGINES.pause(POSTGRESQL);
        try {
            place(another);
            await().atMost(ofSeconds(90)).until(() -> notifications("outcome:RENEW") >= renewed + 6);
        } finally {
            ENGINES.resume(POSTGRESQL);
        }
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(kindsOf(another)).containsExactly("PLACED"));
        assertThat(notificationsOf(another).body().at("/items/0/deliveries").asInt())
                .isEqualTo(1);
    }

    @Test
    void areSharedByTwoNotifiersAlthoughThereIsOnePartition() {
        await().atMost(ofSeconds(60)).until(() -> {
            place(UUID.randomUUID());
            return notifications("notifier:1") > 0 && notifications("notifier:2") > 0;
        });
    }

    private void place(UUID id) {
        var body = TWO_MUGS.replaceFirst("\\{", "{\"customerId\": \"" + customer + "\", ");
        assertThat(orders.place(id, body).status()).isEqualTo(201);
    }

    private OrdersApi.Answer notificationsOf(UUID id) {
        return orders.get("/orders/" + id + "/notifications");
    }

    private List<String> kindsOf(UUID id) {
        return notificationsOf(id)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("kind").asString())
                .toList();
    }

    private double notifications(String tag) {
        return orders.counted("millrace.notifications", tag);
    }

    private static byte[] withATextThatPostgresqlRefuses(byte[] task) {
        return new String(task, ISO_8859_1).replace("GBP", "G\0P").getBytes(ISO_8859_1);
    }

    private static void isPutAside(String key) {
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(new Topic(deadLettersOf(NOTIFICATION_TASKS))
                                .records(letter -> key.equals(letter.key())))
                        .singleElement()
                        .satisfies(letter ->
                                assertThat(header(letter, "dlt-reason")).isNotBlank()));
    }
}
