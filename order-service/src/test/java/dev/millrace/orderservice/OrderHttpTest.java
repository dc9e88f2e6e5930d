package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.orderservice.OrdersApi.Answer;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderHttpTest {

    private final OrdersApi orders = OrderService.running().api();
    private final UUID order = UUID.randomUUID();

    @Test
    void answersTheSamePutAgain() {
        orders.place(order, TWO_MUGS);
        orders.pay(order, PRICE_OF_TWO_MUGS);

        var again = orders.place(order, TWO_MUGS);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
    }

    @Test
    void answersTheSameIdempotencyKeyAgain() {
        var key = UUID.randomUUID().toString();
        orders.place(order, TWO_MUGS);
        orders.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", key);

        var again = orders.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("version").asLong()).isEqualTo(2);
        var other = orders.pay(order, "{\"amount\": {\"amount\": 1, \"currency\": \"GBP\"}}", "Idempotency-Key", key);
        refused(other, 422, "command-id-reused");
    }

    @Test
    void refusesAStaleVersionAndTellsTheCurrentOne() {
        orders.place(order, TWO_MUGS);
        orders.pay(order, PRICE_OF_TWO_MUGS, "If-Match", "\"1\"");

        var stale = orders.ship(order, "{}", "If-Match", "\"1\"");
        refused(stale, 412, "stale-version");
        assertThat(stale.body().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void refusesWhatTheStateForbids() {
        refused(orders.pay(order, PRICE_OF_TWO_MUGS), 404, "order-not-found");
        refused(orders.get("/orders/" + order), 404, "order-not-found");
        refused(orders.get("/orders/" + order + "/events"), 404, "order-not-found");
        orders.place(order, TWO_MUGS);
        refused(orders.place(order, TWO_MUGS.replace("MUG", "CUP")), 409, "already-placed");
        refused(orders.ship(order, ""), 409, "not-paid");
        refused(orders.pay(order, PRICE_OF_TWO_MUGS.replace("10", "11")), 409, "overpayment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "quantity": 2   | "quantity": -2   | 422 | non-positive-quantity
                    "amount": 5.00  | "amount": -5.00  | 422 | negative-price
                    "amount": 5.00  | "amount": 5.00001 | 400 | invalid-request
                    "quantity": 2   | "quantity": 2.5  | 400 | invalid-value
                    "quantity": 2   | "quantity": "2"  | 400 | invalid-value
                    "quantity": 2,  |                  | 400 | invalid-request
                    "GBP"           | "pounds"         | 400 | invalid-request
                    "sku"           | "stock"          | 400 | unknown-field
                    "MUG"           | " "              | 400 | invalid-request
                    "country"       | "customerId"     | 400 | invalid-value
                    """)
    void refusesOrdersThatMakeNoSense(String sound, String unsound, int status, String problem) {
        refused(orders.place(order, TWO_MUGS.replace(sound, unsound == null ? "" : unsound)), status, problem);
    }

    @Test
    void refusesBodiesThatAreNone() {
        refused(orders.place(order, "{\"lines\": []}"), 422, "no-lines");
        refused(orders.place(order, "{}"), 400, "invalid-request");
        refused(orders.place(order, "{\"lines\": ["), 400, "unreadable-body");
        refused(orders.place(order, ""), 400, "unreadable-body");
        refused(orders.place(order, lines(5001)), 400, "invalid-request");
        refused(orders.place(order, "{\"country\": \"" + "x".repeat(1 << 20) + "\"}"), 413, "body-too-large");
    }

    @Test
    void refusesHeadersAndPathsThatMakeNoSense() {
        refused(orders.place(order, TWO_MUGS, "Idempotency-Key", "1"), 400, "malformed-idempotency-key");
        refused(orders.place(order, TWO_MUGS, "If-Match", "1"), 400, "malformed-if-match");
        refused(orders.place(order, TWO_MUGS, "X-Correlation-Id", "a b"), 400, "malformed-correlation-id");
        refused(orders.place(order, TWO_MUGS, "X-Actor", "a b"), 400, "malformed-actor");
        refused(orders.place(order, TWO_MUGS, "X-Actor", "a".repeat(129)), 400, "malformed-actor");
        assertThat(orders.get("/orders/1").status()).isEqualTo(400);
        assertThat(orders.get("/orders?limit=0").status()).isEqualTo(400);
        assertThat(orders.get("/orders?customer=").status()).isEqualTo(400);
        assertThat(orders.get("/orders?status=LOST").status()).isEqualTo(400);
        refused(orders.get("/orders?cursor=nowhere"), 400, "malformed-cursor");
    }

    @Test
    void takesAnOrderOfManyLines() {
        assertThat(orders.place(order, lines(1000)).status()).isEqualTo(201);
        assertThat(orders.pay(order, "{\"amount\": {\"amount\": 2550, \"currency\": \"GBP\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(orders.ship(order, "").status()).isEqualTo(200);
        assertThat(orders.get("/orders/" + order).body().path("lines")).hasSize(1000);
    }

    @Test
    void listsTheOrdersOfACustomerPageByPage() {
        var customer = OrderService.running().customer();
        var body = TWO_MUGS.replaceFirst("\\{", "{\"customerId\": \"" + customer + "\",");
        var placed = IntStream.range(0, 5).mapToObj(_ -> UUID.randomUUID()).toList();
        placed.forEach(id -> orders.place(id, body));
        var all = "/orders?customer=" + customer;
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(orders.get(all).body().path("items")).hasSize(5));

        var first = orders.get(all + "&limit=3").body();
        var rest = orders.get(all + "&limit=3&cursor=" + first.path("next").asString())
                .body();
        assertThat(first.at("/items/0/orderId").asString())
                .isEqualTo(placed.getLast().toString());
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.at("/items/1/orderId").asString())
                .isEqualTo(placed.getFirst().toString());
        assertThat(rest.path("next").isNull()).isTrue();
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj("""
                        {"sku": "S%d", "description": "One of many", "quantity": 1,
                         "unitPrice": {"amount": 2.55, "currency": "GBP"}}"""::formatted).collect(joining(",", "{\"lines\": [", "]}"));
    }

    private static void refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("urn:millrace:problem:" + problem);
    }
}
