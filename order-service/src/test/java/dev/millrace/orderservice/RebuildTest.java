package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildTest {

    private static final String MODEL = "/admin/read-models/orders";
    private static final int COPIES = 30_000;

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();
    private final UUID customer = OrderService.running().customer();
    private final AtomicInteger placed = new AtomicInteger();

    private volatile boolean closed;

    @AfterEach
    void close() {
        closed = true;
    }

    @Test
    void takesPlaceWithoutAGapWhileOrdersArePlacedAndRead() throws Exception {
        place();
        awaitListed(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var shopper = CompletableFuture.runAsync(this::shop, people);
            var reader = CompletableFuture.supplyAsync(this::listsThatShrank, people);
            awaitState("SWITCHED", startRebuild());
            closed = true;
            shopper.join();
            assertThat(reader.join()).isZero();
        }
        awaitListed(placed.get());
    }

    @Test
    void canBeRolledBackAtOnceAndForwardAgain() {
        var before = active();
        awaitState("SWITCHED", startRebuild());
        var rebuilt = active();
        assertThat(rebuilt).isGreaterThan(before);

        place();
        awaitListed(1);
        assertThat(post(MODEL + "/rollback").body().path("active").asInt()).isEqualTo(before);
        assertThat(listed()).isEqualTo(1);
        place();
        awaitListed(2);
        assertThat(post(MODEL + "/rollback").body().path("active").asInt()).isEqualTo(rebuilt);
        assertThat(listed()).isEqualTo(2);
    }

    /** The worker waits for the active version's checkpoints when it has copied something: it can't be done before the end. */
    @Test
    void isCancelledWithoutATrace() throws SQLException {
        place();
        awaitListed(1);
        var before = active();
        String rebuild;
        try (var _ = OrdersDatabase.locking("view_%d.checkpoints".formatted(before), "access exclusive")) {
            rebuild = startRebuild();
            var running = awaitProgress(rebuild);
            assertThat(running.path("state").asString()).isEqualTo("COPYING");
            var made = running.path("version").asInt();
            assertThat(OrdersDatabase.hasView(made)).isTrue();
            assertThat(delete(rebuild).status()).isEqualTo(204);
            assertThat(OrdersDatabase.hasView(made)).isFalse();
        }
        assertThat(get(rebuild).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(delete(rebuild).problem()).isEqualTo("urn:millrace:problem:rebuild-over");
        assertThat(active()).isEqualTo(before);
    }

    @Test
    void failsWhenTheVersionsDifferUnlessTheyMay() throws SQLException {
        var order = place();
        awaitListed(1);
        var before = active();
        assertThat(OrdersDatabase.changePaid(before, order, 1, "+ 1")).isEqualTo(1);

        var rebuild = startRebuild();
        awaitState("FAILED", rebuild);
        assertThat(get(rebuild).path("detail").asString())
                .matches("The active version has (\\d+) orders with the checksum (-?\\d+), "
                        + "the rebuilt one \\1 with (?!\\2\\.)-?\\d+\\.");
        assertThat(OrdersDatabase.hasView(get(rebuild).path("version").asInt())).isFalse();
        assertThat(active()).isEqualTo(before);
        assertThat(paid()).isEqualByComparingTo("1");

        awaitState("SWITCHED", startRebuild("?acceptDifferences=true"));
        assertThat(paid()).isEqualByComparingTo("0");
    }

    @Test
    void runsOneAtATime() {
        var rebuild = startRebuild();
        var second = post(MODEL + "/rebuilds");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("urn:millrace:problem:rebuild-running");
        awaitState("SWITCHED", rebuild);
    }

    @Test
    void goesOnAfterTheServiceWasKilled() {
        placeCopies();
        var rebuild = startRebuild();
        var copying = awaitProgress(rebuild);
        assertThat(copying.path("state").asString()).isEqualTo("COPYING");
        assertThat(copying.path("done").asLong())
                .isLessThan(copying.path("total").asLong());
        assertThat(copying.path("recordsPerSecond").asLong()).isPositive();
        assertThat(Duration.parse(copying.path("timeLeft").asString())).isPositive();
        service.kill();
        service.restart();
        awaitState("SWITCHED", rebuild);
        assertThat(get(rebuild).path("done").asLong()).isGreaterThan(COPIES);
    }

    @Test
    void refusesWhatIsUnknown() {
        assertThat(orders.get("/admin/read-models/users").problem())
                .isEqualTo("urn:millrace:problem:read-model-not-found");
        assertThat(post("/admin/read-models/users/rebuilds").status()).isEqualTo(404);
        assertThat(post("/admin/read-models/users/rollback").status()).isEqualTo(404);
        assertThat(orders.get(MODEL + "/rebuilds/" + UUID.randomUUID()).problem())
                .isEqualTo("urn:millrace:problem:rebuild-not-found");
    }

    private String startRebuild() {
        return startRebuild("");
    }

    private String startRebuild(String parameters) {
        var started = post(MODEL + "/rebuilds" + parameters);
        assertThat(started.status()).as(started.response().body()).isEqualTo(202);
        return started.header("Location");
    }

    private JsonNode awaitProgress(String rebuild) {
        return await().atMost(ofSeconds(60))
                .pollInterval(ofMillis(20))
                .until(() -> get(rebuild), progress -> progress.path("done").asLong() > 0);
    }

    private void awaitState(String state, String rebuild) {
        await().atMost(ofSeconds(120))
                .until(() -> !List.of("COPYING", "VERIFYING")
                        .contains(get(rebuild).path("state").asString()));
        assertThat(get(rebuild).path("state").asString())
                .as(get(rebuild).toString())
                .isEqualTo(state);
    }

    private void shop() {
        while (!closed) {
            place();
        }
    }

    /** How often a list was shorter than the one before. */
    private int listsThatShrank() {
        var shrank = 0;
        var before = listed();
        while (!closed) {
            var now = listed();
            shrank += now < before ? 1 : 0;
            before = now;
        }
        return shrank;
    }

    private UUID place() {
        var order = UUID.randomUUID();
        var body = TWO_MUGS.replaceFirst("\\{", "{\"customerId\": \"" + customer + "\",");
        assertThat(orders.place(order, body).status()).isEqualTo(201);
        placed.incrementAndGet();
        return order;
    }

    private void awaitListed(int count) {
        await().atMost(ofSeconds(60)).until(() -> listed() == count);
    }

    private int listed() {
        var listed = 0;
        var page = orders.get("/orders?limit=500&customer=" + customer).body();
        listed += page.path("items").size();
        while (!page.path("next").isNull()) {
            page = orders.get("/orders?limit=500&customer=" + customer + "&cursor="
                            + page.path("next").asString())
                    .body();
            listed += page.path("items").size();
        }
        return listed;
    }

    /** Of the customer's one order. */
    private BigDecimal paid() {
        return get("/orders?customer=" + customer).at("/items/0/paid/amount").decimalValue();
    }

    /** Puts the two events of one order into the topic again and again, as those of ever other orders. */
    private static void placeCopies() {
        var order = UUID.randomUUID();
        var api = OrderService.running().api();
        api.place(order, TWO_MUGS);
        api.pay(order, PRICE_OF_TWO_MUGS);
        var topic = new Topic(Topics.ORDER_EVENTS);
        var events = topic.records(event -> order.toString().equals(event.key()));
        topic.send(Stream.generate(UUID::randomUUID)
                .limit(COPIES / events.size())
                .flatMap(other ->
                        events.stream().map(event -> Map.entry(other.toString(), withOrder(other, event.value())))));
    }

    /** The id of the order is the first field of each event, after the five bytes of the schema and one of its length. */
    private static byte[] withOrder(UUID order, byte[] event) {
        var changed = event.clone();
        System.arraycopy(order.toString().getBytes(US_ASCII), 0, changed, 6, 36);
        return changed;
    }

    private int active() {
        return get(MODEL).path("active").asInt();
    }

    private JsonNode get(String path) {
        return orders.get(path).body();
    }

    private OrdersApi.Answer post(String path) {
        return orders.send("POST", path, "");
    }

    private OrdersApi.Answer delete(String path) {
        return orders.send("DELETE", path, "");
    }
}
