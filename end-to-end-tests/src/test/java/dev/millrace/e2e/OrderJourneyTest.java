package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID order = UUID.randomUUID();
    private final UUID customer = RunningPlatform.customer();

    @Test
    void takesAnOrderFromHttpToEventReadModelIndexAndLogs() {
        var word = Samples.word(order);
        var trace = UUID.randomUUID().toString().replace("-", "");

        var answer = RunningPlatform.orders()
                .put(
                        "/orders/" + order,
                        Samples.order(customer, "Coffee mill " + word),
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(RunningPlatform.orders()
                        .get("/orders/" + order + "/events")
                        .json()
                        .toString())
                .contains("OrderPlaced");
        awaitFound(RunningPlatform.orders(), "/orders?customer=" + customer);
        awaitFound(RunningPlatform.search(), "/search?type=order&q=" + word);
        awaitFound(RunningPlatform.logs(), "/logs?service=order-service&q=" + trace);
    }

    @Test
    void keepsEveryVersionOfAnOrder() {
        place();
        assertAccepted("/payments", "{\"amount\": {\"amount\": 99.80, \"currency\": \"GBP\"}}", 2);
        assertAccepted("/shipments", "{}", 3);
        assertAccepted("/returns", "{\"lines\": [{\"sku\": \"MILL-1\", \"quantity\": 1}]}", 4);

        assertThat(RunningPlatform.orders()
                        .get("/orders/" + order + "/events")
                        .json()
                        .toString())
                .containsSubsequence("OrderPlaced", "PaymentReceived", "OrderShipped", "LinesReturned");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(RunningPlatform.orders()
                                .get("/orders?customer=" + customer)
                                .json()
                                .at("/items/0/version")
                                .asInt())
                        .isEqualTo(4));
    }

    @Test
    void answersARepeatedCommandWithItsFirstResult() {
        place();
        var key = UUID.randomUUID().toString();
        var payment = "{\"amount\": {\"amount\": 50, \"currency\": \"GBP\"}}";
        var path = "/orders/" + order + "/payments";

        var first = RunningPlatform.orders().post(path, payment, "Idempotency-Key", key);
        var second = RunningPlatform.orders().post(path, payment, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.json().path("version")).isEqualTo(first.json().path("version"));
    }

    private void place() {
        assertThat(RunningPlatform.orders()
                        .put("/orders/" + order, Samples.order(customer, "Coffee mill"))
                        .status())
                .isEqualTo(201);
    }

    private void assertAccepted(String path, String body, int version) {
        var answer = RunningPlatform.orders().post("/orders/" + order + path, body);
        assertThat(answer.status() / 100).as(answer.response().body()).isEqualTo(2);
        assertThat(answer.json().path("version").asInt()).isEqualTo(version);
    }

    private void awaitFound(Api api, String path) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(api.get(path).json().toString()).contains(order.toString()));
    }
}
