package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Other tests leave their own garbage behind, so what counts is what a further verification finds. */
class VerificationTest {

    private static final String VERIFICATIONS = "/admin/verifications";
    private static final String ONE_MUG = "{\"lines\": [{\"sku\": \"MUG\", \"quantity\": 1}]}";

    private final OrdersApi orders = OrderService.running().api();

    private volatile boolean closed;
    private JsonNode before = JsonNodeFactory.instance.nullNode();

    @BeforeEach
    void verifyWhatIsThere() {
        before = verify();
    }

    @AfterEach
    void close() {
        closed = true;
    }

    @Test
    void findsNothingWrongWithOrdersInAllStates() {
        IntStream.range(0, 5).forEach(_ -> placeInAllStates());

        var after = verify();
        assertThat(after.path("differencesFound")).as(after.toString()).isEqualTo(before.path("differencesFound"));
        assertThat(after.path("orders").asInt()).isEqualTo(before.path("orders").asInt() + 35);
        assertThat(after.path("partitions")).hasSize(12);
        assertThat(after.path("done")).isEqualTo(after.path("total"));
        assertThat(after.path("timeLeft").isNull()).isTrue();
    }

    @Test
    void findsNothingWrongWhileOrdersMoveOn() {
        var shopper = CompletableFuture.runAsync(() -> {
            while (!closed) {
                placeInAllStates();
            }
        });
        var after = verify();
        closed = true;
        shopper.join();
        assertThat(verify().path("orders").asInt())
                .isGreaterThan(after.path("orders").asInt());
        assertThat(after.path("differencesFound")).as(after.toString()).isEqualTo(before.path("differencesFound"));
    }

    @Test
    void namesAnOrderWhoseRowWasChanged() throws SQLException {
        var order = placeAndPay();
        await().atMost(ofSeconds(30)).until(() -> changePaid(order, "+ 1") == 1);

        var after = verify();
        changePaid(order, "- 1");
        assertThat(newlyFound(after)).isEqualTo(1);
        assertThat(differences(after, order)).singleElement().satisfies(difference -> {
            assertThat(difference.path("where").asString()).isEqualTo("READ_MODEL");
            assertThat(difference.path("expected").asString()).isEqualTo("paid=10.0000 GBP");
            assertThat(difference.path("found").asString()).isEqualTo("paid=11.0000 GBP");
        });
    }

    @Test
    void namesAnOrderWithAnImpossibleEvent() {
        var cancelled = UUID.randomUUID();
        orders.place(cancelled, TWO_MUGS);
        orders.cancel(cancelled, "{}");
        new Topic(Topics.ORDER_EVENTS).send(cancelled.toString(), thirdEventOf(cancelled, paymentOf(placeAndPay())));

        var after = verify();
        assertThat(newlyFound(after)).isEqualTo(1);
        assertThat(differences(after, cancelled)).singleElement().satisfies(difference -> {
            assertThat(difference.path("where").asString()).isEqualTo("EVENTS");
            assertThat(difference.path("expected").asString()).isEqualTo("an event that can follow version 2");
            assertThat(difference.path("found").asString())
                    .endsWith("An order that is Cancelled cannot see PaymentReceived");
        });
        isPutAside(cancelled);
    }

    @Test
    void runsOneAtATimeUntilItIsCancelled() {
        IntStream.range(0, 5).forEach(_ -> placeInAllStates());
        var running = start("?eventsPerSecond=1");
        var second = orders.send("POST", VERIFICATIONS, "");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("urn:millrace:problem:verification-running");

        assertThat(delete(running).status()).isEqualTo(204);
        assertThat(orders.get(running).body().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(delete(running).problem()).isEqualTo("urn:millrace:problem:verification-over");
        verify();
    }

    @Test
    void refusesWhatIsUnknown() {
        var unknown = VERIFICATIONS + "/" + UUID.randomUUID();
        assertThat(orders.get(unknown).problem()).isEqualTo("urn:millrace:problem:verification-not-found");
        assertThat(delete(unknown).status()).isEqualTo(404);
        assertThat(orders.send("POST", VERIFICATIONS + "?eventsPerSecond=0", "").status())
                .isEqualTo(400);
    }

    private static void isPutAside(UUID order) {
        await().atMost(ofSeconds(60))
                .until(() -> new Topic(Topics.deadLettersOf(Topics.ORDER_EVENTS))
                                .records(letter -> order.toString().equals(letter.key()))
                                .size()
                        == 1);
    }

    private JsonNode verify() {
        var verification = start("");
        await().atMost(ofSeconds(120))
                .until(() -> !"RUNNING"
                        .equals(orders.get(verification).body().path("state").asString()));
        var ended = orders.get(verification).body();
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("FINISHED");
        return ended;
    }

    private String start(String parameters) {
        var started = orders.send("POST", VERIFICATIONS + parameters, "");
        assertThat(started.status()).as(started.response().body()).isEqualTo(202);
        return started.header("Location");
    }

    private OrdersApi.Answer delete(String path) {
        return orders.send("DELETE", path, "");
    }

    private long newlyFound(JsonNode after) {
        return after.path("differencesFound").asLong()
                - before.path("differencesFound").asLong();
    }

    private static List<JsonNode> differences(JsonNode verification, UUID order) {
        return verification
                .path("differences")
                .valueStream()
                .filter(difference -> difference.path("orderId").asString().equals(order.toString()))
                .toList();
    }

    private void placeInAllStates() {
        orders.place(UUID.randomUUID(), TWO_MUGS);
        placeAndPay();
        orders.ship(placeAndPay(), ONE_MUG);
        orders.ship(placeAndPay(), "{}");
        Stream.of(ONE_MUG, ONE_MUG.replace('1', '2')).forEach(returned -> {
            var order = placeAndPay();
            orders.ship(order, "{}");
            orders.takeBack(order, returned);
        });
        orders.cancel(placeAndPay(), "{}");
    }

    private UUID placeAndPay() {
        var order = UUID.randomUUID();
        assertThat(orders.place(order, TWO_MUGS).status()).isEqualTo(201);
        assertThat(orders.pay(order, PRICE_OF_TWO_MUGS).status()).isEqualTo(200);
        return order;
    }

    private static byte[] paymentOf(UUID order) {
        return new Topic(Topics.ORDER_EVENTS)
                .records(event -> order.toString().equals(event.key()))
                .getLast()
                .value();
    }

    /** The id is the first field of each event, after the five bytes of the schema and one of its length; then the version. */
    private static byte[] thirdEventOf(UUID order, byte[] event) {
        var changed = event.clone();
        System.arraycopy(order.toString().getBytes(US_ASCII), 0, changed, 6, 36);
        changed[42] = 3 << 1;
        return changed;
    }

    private int changePaid(UUID order, String change) throws SQLException {
        var active =
                orders.get("/admin/read-models/orders").body().path("active").asInt();
        return OrdersDatabase.changePaid(active, order, 2, change);
    }
}
