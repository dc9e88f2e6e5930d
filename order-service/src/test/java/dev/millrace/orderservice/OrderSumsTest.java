package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrderSumsTest {

    private static final byte[] GARBAGE = "no record of ours".getBytes(UTF_8);

    private final OrdersApi orders = OrderService.running().api();
    private final UUID customer = OrderService.running().customer();
    private final String country = "Country " + customer;
    private final String mugs = TWO_MUGS.replace("France", country)
            .replaceFirst("\\{", "{\"customerId\": \"" + customer + "\",")
            .replace("MUG", "MUG-" + customer);

    @Test
    void tellWhatACustomerSpentInEachCurrency() {
        var order = placeAndPay();
        orders.ship(order, "{}");
        orders.takeBack(order, "{\"lines\": [{\"sku\": \"MUG-%s\", \"quantity\": 1}]}".formatted(customer));
        orders.cancel(placeAndPay(), "{}");
        orders.place(UUID.randomUUID(), mugs.replace("GBP", "EUR"));

        await().atMost(ofSeconds(30)).untilAsserted(() -> {
            var spending = get("/customers/" + customer + "/spending").path("spending");
            assertThat(spending).hasSize(2);
            assertThat(spending.at("/0/ordered/currency").asString()).isEqualTo("EUR");
            assertThat(spending.at("/0/ordered/amount").asInt()).isEqualTo(10);
            assertThat(spending.at("/0/paid/amount").asInt()).isZero();
            assertThat(spending.at("/1/orders").asInt()).isEqualTo(2);
            assertThat(spending.at("/1/paid/amount").asInt()).isEqualTo(20);
            assertThat(spending.at("/1/refunded/amount").asInt()).isEqualTo(15);
            assertThat(spending.at("/1/returned/amount").asInt()).isEqualTo(5);
        });
    }

    @Test
    void tellTheRevenueOfADayAndCountry() {
        placeAndPay();
        orders.cancel(placeAndPay(), "{}");

        await().atMost(ofSeconds(30)).untilAsserted(() -> {
            assertThat(revenue()).hasSize(1);
            assertThat(revenue().at("/0/orders").asInt()).isEqualTo(2);
            assertThat(revenue().at("/0/paid/amount").asInt()).isEqualTo(20);
            assertThat(revenue().at("/0/net/amount").asInt()).isEqualTo(10);
        });
    }

    @Test
    void areNotDoubledByEventsThatComeAgain() {
        var order = placeAndPay().toString();
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(revenue().at("/0/net/amount").asInt()).isEqualTo(10));
        var events = new Topic(Topics.ORDER_EVENTS);
        events.send(events.records(event -> order.equals(event.key())).stream()
                .map(event -> Map.entry(order, event.value())));
        // Put aside only when all before it in its partition has been followed.
        events.send(order, GARBAGE);

        await().atMost(ofSeconds(60))
                .until(() -> !new Topic(Topics.deadLettersOf(Topics.ORDER_EVENTS))
                        .records(letter -> order.equals(letter.key()))
                        .isEmpty());
        assertThat(revenue().at("/0/orders").asInt()).isEqualTo(1);
        assertThat(revenue().at("/0/net/amount").asInt()).isEqualTo(10);
    }

    @Test
    void areOfOrdersThatCanBeListedByProductAndTime() {
        var before = Instant.now();
        placeAndPay();
        var sku = "/orders?sku=MUG-" + customer;
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(get(sku).path("items")).hasSize(1));
        assertThat(get(sku + "&status=CANCELLED").path("items")).isEmpty();
        assertThat(get(sku + "&from=" + before.minusSeconds(1)).path("items")).hasSize(1);
        assertThat(get(sku + "&to=" + before.minusSeconds(1)).path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?from=2026-01-01", "?from=2026-01-01&to=2026-01-01", "?from=2026-01-01&to=2028-01-01"})
    void refuseDaysThatAreNoRange(String days) {
        assertThat(orders.get("/revenue" + days).status()).isEqualTo(400);
    }

    private UUID placeAndPay() {
        var order = UUID.randomUUID();
        assertThat(orders.place(order, mugs).status()).isEqualTo(201);
        assertThat(orders.pay(order, PRICE_OF_TWO_MUGS).status()).isEqualTo(200);
        return order;
    }

    private JsonNode revenue() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return get("/revenue?from=%s&to=%s&country=%s"
                        .formatted(today.minusDays(1), today.plusDays(1), country.replace(" ", "%20")))
                .path("items");
    }

    private JsonNode get(String path) {
        return orders.get(path).body();
    }
}
