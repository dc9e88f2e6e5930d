package dev.millrace.orderservice;

import static dev.millrace.contracts.Topics.ORDER_COMMANDS;
import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Money;
import dev.millrace.contracts.avro.AvroSerdes;
import dev.millrace.orders.commands.PayOrder;
import dev.millrace.orderservice.OrdersApi.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TimeTravelTest {

    private final OrdersApi orders = OrderService.running().api();
    private final UUID order = UUID.randomUUID();

    @BeforeEach
    void liveThroughThreeVersions() {
        orders.place(order, TWO_MUGS);
        orders.pay(order, PRICE_OF_TWO_MUGS);
        orders.ship(order, "{\"lines\": [{\"sku\": \"MUG\", \"quantity\": 1}]}");
    }

    @Test
    void showsAnOrderAtEachOfItsVersions() {
        assertThat(status(get("?version=1"))).isEqualTo("AWAITING_PAYMENT");
        assertThat(status(get("?version=2"))).isEqualTo("PAID");
        assertThat(get("?version=2").header("ETag")).isEqualTo("\"2\"");
        assertThat(get("?version=3").body()).isEqualTo(get("").body());
    }

    @Test
    void showsAnOrderAsItWasAtEachMoment() {
        for (var event : get("/events").body().path("events")) {
            var at = event.path("at").asString();
            assertThat(get("?at=" + at).body().path("version").asLong())
                    .isGreaterThanOrEqualTo(event.path("version").asLong());
        }
        var placed = Instant.parse(get("/events").body().at("/events/0/at").asString());
        assertThat(get("?at=" + placed.plusSeconds(3600)).body()).isEqualTo(get("").body());
        assertThat(get("?at=" + placed.minusMillis(1)).problem()).isEqualTo("urn:millrace:problem:not-placed-yet");
    }

    @Test
    void tellsWhatChangedBetweenTwoVersions() {
        var diff = get("/diff?from=1&to=2").body();
        assertThat(diff.path("events").size()).isEqualTo(1);
        assertThat(diff.at("/events/0/type").asString()).isEqualTo("PaymentReceived");
        assertThat(diff.path("changes").findValuesAsString("path"))
                .containsExactly("/version", "/status", "/paid/amount");
        assertThat(change(diff, "/status").path("from").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(change(diff, "/status").path("to").asString()).isEqualTo("PAID");
    }

    @Test
    void tellsWhatChangedSinceAVersion() {
        var diff = get("/diff?from=2").body();
        assertThat(diff.path("to").asLong()).isEqualTo(3);
        assertThat(change(diff, "/lines/0/shipped").path("to").asInt()).isEqualTo(1);
        assertThat(get("/diff?from=3").body().path("changes").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "?version=4, 404, version-not-found",
        "?version=0, 400, invalid-request",
        "?version=last, 400, bad-request",
        "?at=yesterday, 400, bad-request",
        "?version=1&at=2026-01-01T00:00:00Z, 400, version-or-at",
        "/diff?from=1&to=4, 404, version-not-found",
        "/diff?from=2&to=1, 400, backward-diff",
        "/diff?from=0, 400, invalid-request",
        "/diff, 400, bad-request",
    })
    void refusesMomentsThatNeverWere(String question, int status, String problem) {
        assertThat(get(question).status()).isEqualTo(status);
        assertThat(get(question).problem()).isEqualTo("urn:millrace:problem:" + problem);
    }

    @Test
    void knowsNoPastOfAnUnknownOrder() {
        var unknown = "/orders/" + UUID.randomUUID();
        assertThat(orders.get(unknown + "?version=1").problem()).isEqualTo("urn:millrace:problem:order-not-found");
        assertThat(orders.get(unknown + "/diff?from=1").problem()).isEqualTo("urn:millrace:problem:order-not-found");
    }

    private Answer get(String question) {
        return orders.get("/orders/" + order + question);
    }

    private static String status(Answer answer) {
        return answer.body().path("status").asString();
    }

    @Test
    void countsOnWhenAClockGoesBackwards() {
        var placed = Instant.parse(get("/events").body().at("/events/0/at").asString());
        var another = UUID.randomUUID();
        orders.place(another, TWO_MUGS);
        payAt(another, placed.minusSeconds(3600));

        var path = "/orders/" + another;
        await().atMost(ofSeconds(30))
                .until(() -> orders.get(path).header("ETag").equals("\"2\""));
        assertThat(status(orders.get(path + "?at=" + Instant.now()))).isEqualTo("PAID");
        assertThat(orders.get(path + "?at=" + placed.minusSeconds(1800)).problem())
                .endsWith("not-placed-yet");
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(orders.get("/orders?limit=10&from=" + placed)
                                .response()
                                .body())
                        .containsSubsequence(another.toString(), "PAID"));
    }

    private static void payAt(UUID order, Instant at) {
        var payment = new PayOrder(order, UUID.randomUUID(), at, null, new Money(new BigDecimal("10.0000"), "GBP"));
        var serdes = AvroSerdes.connectedTo(OrderService.ENGINES.schemaRegistry());
        new Topic(ORDER_COMMANDS).send(order.toString(), serdes.serializer().serialize(ORDER_COMMANDS, payment));
    }

    private static JsonNode change(JsonNode diff, String path) {
        return diff.path("changes")
                .valueStream()
                .filter(change -> path.equals(change.path("path").asString()))
                .findFirst()
                .orElseThrow();
    }
}
