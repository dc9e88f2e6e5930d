package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static dev.millrace.orderservice.Topic.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderJourneyTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final OrdersApi orders = OrderService.running().api();
    private final UUID order = UUID.randomUUID();

    @Test
    void carriesAnOrderFromItsPlacingToItsReturn() {
        var placed = orders.place(order, TWO_MUGS);
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.header("ETag")).isEqualTo("\"1\"");
        assertThat(placed.header("Location")).isEqualTo("/orders/" + order);
        assertThat(orders.pay(order, PRICE_OF_TWO_MUGS).header("ETag")).isEqualTo("\"2\"");
        assertThat(orders.ship(order, "{}").header("ETag")).isEqualTo("\"3\"");
        var returned = orders.takeBack(order, "{\"lines\": [{\"sku\": \"MUG\", \"quantity\": 1}]}");
        assertThat(returned.body().path("version").asLong()).isEqualTo(4);

        var view = orders.get("/orders/" + order);
        assertThat(view.header("ETag")).isEqualTo("\"4\"");
        assertThat(view.body().path("status").asString()).isEqualTo("PARTLY_RETURNED");
        assertThat(view.body().at("/lines/0/shipped").asInt()).isEqualTo(2);
        assertThat(view.response().body()).contains("\"refunded\":{\"amount\":5.00,\"currency\":\"GBP\"}");
    }

    @Test
    void tellsTheHistoryOfAnOrder() {
        orders.place(order, TWO_MUGS);
        var key = UUID.randomUUID().toString();
        orders.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", key, "X-Correlation-Id", "a-trip", "X-Actor", "ada");

        var history = orders.get("/orders/" + order + "/events");
        assertThat(history.header("ETag")).isEqualTo("\"2\"");
        var payment = history.body().at("/events/1");
        assertThat(payment.path("version").asLong()).isEqualTo(2);
        assertThat(payment.path("type").asString()).isEqualTo("PaymentReceived");
        assertThat(payment.path("commandId").asString()).isEqualTo(key);
        assertThat(payment.path("correlationId").asString()).isEqualTo("a-trip");
        assertThat(payment.path("actor").asString()).isEqualTo("ada");
        assertThat(history.body().at("/events/0/actor").asString(null)).isNull();
        assertThat(payment.at("/data/amount/amount").decimalValue()).isEqualByComparingTo("10");
    }

    @Test
    void listsAnOrderOnceTheViewHasFollowed() {
        orders.place(order, TWO_MUGS);
        orders.cancel(order, "{\"note\": \"changed my mind\"}");

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(orders.get("/orders?status=CANCELLED&limit=500")
                                .response()
                                .body())
                        .contains(order.toString()));
    }

    @Test
    void tellsConsumersWhichRequestAnEventCameFrom() {
        orders.place(
                order,
                TWO_MUGS,
                "X-Correlation-Id",
                "a-trip",
                "X-Actor",
                "ada",
                "traceparent",
                "00-" + TRACE_ID + "-00f067aa0ba902b7-01");

        var event = new Topic(Topics.ORDER_EVENTS)
                .records(record -> order.toString().equals(record.key()))
                .getFirst();
        assertThat(header(event, "ce_type")).isEqualTo("OrderPlaced");
        assertThat(header(event, "ce_id")).isEqualTo(order + ":1");
        assertThat(header(event, "correlationid")).isEqualTo("a-trip");
        assertThat(header(event, "actor")).isEqualTo("ada");
        assertThat(header(event, "traceparent")).contains(TRACE_ID);
    }

    @Test
    void logsARefusalWithTheTraceOfItsRequest() {
        orders.ship(order, "{}", "traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01");

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(new Topic(Topics.SERVICE_LOGS).records())
                        .map(line -> new String(line.value(), UTF_8))
                        .anyMatch(line -> line.contains(order.toString())
                                && line.contains("Command refused")
                                && line.contains(TRACE_ID)));
    }
}
