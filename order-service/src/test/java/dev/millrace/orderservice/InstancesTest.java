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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final int SHOPPERS = 8;

    /**
     * A death is noticed after the session timeout of 6 s, the others hear of it with a heartbeat within 2 s, their leader may ask 10 s for
     * the ends of the changelogs, and a request that is answered at last has waited for 10 s at most: 28 s.
     */
    private static final Duration LONGEST_OUTAGE = ofSeconds(30);

    private static final String FIVE_POUNDS = """
            {"amount": {"amount": 5, "currency": "GBP"}}
            """;

    private static final OrderService FIRST = OrderService.running();

    private static OrderService second;

    /** The order that each acknowledged command was about. */
    private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();

    private final AtomicLong longestWait = new AtomicLong();

    private volatile boolean closed;

    @BeforeAll
    static void startAnother() {
        second = OrderService.another();
        second.awaitReadiness();
        FIRST.awaitReadiness();
    }

    /** The first has everything to itself again. */
    @AfterAll
    static void stopTheOther() {
        second.close();
        await().atMost(ofSeconds(60))
                .until(() -> Stream.generate(UUID::randomUUID)
                        .limit(50)
                        .allMatch(order -> FIRST.api().get("/orders/" + order).status() == 404));
    }

    @Test
    void answerForEachOther() {
        var orders = Stream.generate(UUID::randomUUID).limit(24).toList();
        orders.forEach(order -> insist(order, (api, key) -> api.place(order, TWO_MUGS, "Idempotency-Key", key)));
        for (var order : orders) {
            for (var api : List.of(FIRST.api(), second.api())) {
                var answer = awaitFound(api, "/orders/" + order);
                assertThat(answer.header("ETag")).isEqualTo("\"1\"");
                assertThat(answer.header("Order-Answered-From")).isEmpty();
                assertThat(awaitFound(api, "/orders/" + order + "/events")
                                .body()
                                .path("events"))
                        .hasSize(1);
            }
        }
    }

    @Test
    void showWhatWasWrittenAtAnother() {
        for (var order : Stream.generate(UUID::randomUUID).limit(24).toList()) {
            insist(order, (api, key) -> api.place(order, TWO_MUGS, "Idempotency-Key", key));
            var paid = CompletableFuture.supplyAsync(() -> awaitFound(
                    second.api(), "/orders/" + order, "Consistency-Token", order + "@2", "Prefer", "wait=30"));
            insist(order, (api, key) -> api.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", key));
            assertThat(paid.join().header("ETag")).isEqualTo("\"2\"");
        }
    }

    @Test
    void tellWhatBecameOfACommandAndWhereToAsk() {
        var order = UUID.randomUUID();
        insist(order, (api, key) -> api.place(order, TWO_MUGS, "Idempotency-Key", key));
        var key = UUID.randomUUID().toString();
        second.api().ship(order, "{}", "Idempotency-Key", key);

        for (var api : List.of(FIRST.api(), second.api())) {
            var outcome = awaitFound(api, "/orders/%s/commands/%s".formatted(order, key));
            assertThat(outcome.body().path("reason").asString()).isEqualTo("NOT_PAID");
        }
        var unknown = FIRST.api().get("/orders/%s/commands/%s".formatted(order, UUID.randomUUID()));
        assertThat(unknown.problem()).endsWith("command-not-found");
    }

    @Test
    void loseNothingWhenOneOfThemIsKilled() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shoppers = IntStream.range(0, SHOPPERS)
                    .mapToObj(_ -> threads.submit(this::shop))
                    .toList();
            try {
                awaitAcknowledged(200);
                longestWait.set(0);
                second.kill();
                awaitAcknowledged(200);
                second.restart();
                awaitAcknowledged(200);
            } finally {
                closed = true;
            }
            for (var shopper : shoppers) {
                shopper.get(120, TimeUnit.SECONDS);
            }
        }
        System.out.printf("Around the kill of one instance nobody waited longer than %d ms%n", longestWait.get());
        assertThat(longestWait.get()).isLessThan(LONGEST_OUTAGE.toMillis());

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(eventsOfAcknowledged()).containsOnlyKeys(acknowledged.keySet()));
        var events = eventsOfAcknowledged();
        assertThat(events.values())
                .allSatisfy(ofOneCommand -> assertThat(ofOneCommand)
                        .hasSize(1)
                        .allMatch(event ->
                                event.key().equals(String.valueOf(acknowledged.get(header(event, "causationid"))))));
    }

    /** What is acknowledged is committed, but a reader of one partition may see that a moment after one of another. */
    private Map<String, List<ConsumerRecord<String, byte[]>>> eventsOfAcknowledged() {
        return new Topic(Topics.ORDER_EVENTS)
                .records(event -> acknowledged.containsKey(header(event, "causationid"))).stream()
                        .collect(groupingBy(event -> header(event, "causationid")));
    }

    @Test
    void answerFromCopiesWhileAnInstanceIsAwayAndNeverDenyAnOrder() {
        var orders = Stream.generate(UUID::randomUUID).limit(24).toList();
        orders.forEach(order -> insist(order, (api, key) -> api.place(order, TWO_MUGS, "Idempotency-Key", key)));
        orders.forEach(InstancesTest::awaitCopyOrOwnerAtTheFirst);
        orders.forEach(order -> assertThat(payHalf(order).status()).isEqualTo(200));
        second.kill();
        var answers = orders.stream()
                .map(order -> FIRST.api().get("/orders/" + order))
                .toList();
        assertThat(answers).extracting(Answer::status).containsAnyOf(200).isSubsetOf(200, 503);
        assertThat(answers)
                .extracting(answer -> answer.header("Order-Answered-From"))
                .contains("copy");
        orders.forEach(order -> awaitFound(FIRST.api(), "/orders/" + order));
        orders.forEach(InstancesTest::repeatThePayment);
        second.restart();
    }

    private static Answer payHalf(UUID order) {
        return awaitDecision(order, FIVE_POUNDS);
    }

    /** The order is the key, too. While a partition moves it is 503, or 202. */
    private static Answer awaitDecision(UUID order, String payment) {
        return await().atMost(ofSeconds(60))
                .until(
                        () -> FIRST.api().pay(order, payment, "Idempotency-Key", order.toString()),
                        answer -> answer.status() != 202 && answer.status() != 503);
    }

    private static void repeatThePayment(UUID order) {
        var again = payHalf(order);
        assertThat(again.status()).as(again.response().body()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(awaitDecision(order, PRICE_OF_TWO_MUGS).status()).isEqualTo(422);
    }

    private static void awaitCopyOrOwnerAtTheFirst(UUID order) {
        await().atMost(ofSeconds(60))
                .until(() -> FIRST.api()
                                .get("/orders/" + order, "Order-Wanted-From", "copy")
                                .status()
                        == 200);
    }

    @Test
    void refuseTheStateOfOneThatRuns() throws IOException {
        try (var mistaken = FIRST.overTheSameData()) {
            assertThat(mistaken.exitCode()).isEqualTo(1);
            assertThat(mistaken.output()).contains("Another instance works on the state in", "millrace.data-directory");
        }
        assertThat(FIRST.api().get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void refuseTheAddressOfOneThatRuns() throws IOException {
        try (var mistaken = OrderService.another(FIRST.addressAsSetting())) {
            assertThat(mistaken.exitCode()).isEqualTo(1);
            assertThat(mistaken.output()).contains("Another instance answers at 127.0.0.1:", "application.server");
        }
        assertThat(FIRST.api().get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private void awaitAcknowledged(int more) {
        var enough = acknowledged.size() + more;
        await().atMost(ofSeconds(90)).until(() -> acknowledged.size() > enough);
    }

    /** Begins at either in turn, so that each holds requests. */
    private void shop() {
        while (!closed) {
            var order = UUID.randomUUID();
            insist(order, FIRST, second, (api, key) -> api.place(order, TWO_MUGS, "Idempotency-Key", key));
            insist(order, second, FIRST, (api, key) -> api.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", key));
        }
    }

    private void insist(UUID order, BiFunction<OrdersApi, String, Answer> command) {
        insist(order, FIRST, second, command);
    }

    /** Repeats a command, at one instance and then at the other, until it is acknowledged. */
    private void insist(
            UUID order, OrderService one, OrderService other, BiFunction<OrdersApi, String, Answer> command) {
        var key = UUID.randomUUID().toString();
        var began = System.nanoTime();
        await().atMost(ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isAcknowledged(one, key, command) || isAcknowledged(other, key, command));
        longestWait.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
        acknowledged.put(key, order);
    }

    /** Only the one that is killed may break a connection, and any status but these would be a lie. */
    private static boolean isAcknowledged(
            OrderService instance, String key, BiFunction<OrdersApi, String, Answer> command) {
        try {
            var answer = command.apply(instance.api(), key);
            assertThat(answer.status()).as(answer.response().body()).isIn(200, 201, 202, 503);
            if (answer.status() == 202) {
                awaitAcceptance(answer.header("Location"));
            }
            return answer.status() != 503;
        } catch (UncheckedIOException e) {
            assertThat(instance).as(e.toString()).isSameAs(second);
            return false;
        }
    }

    private static void awaitAcceptance(String location) {
        var outcome = await().atMost(ofSeconds(60)).until(() -> FIRST.api().get(location), answer -> {
            assertThat(answer.status()).as(answer.response().body()).isIn(200, 404, 503);
            return answer.status() == 200;
        });
        assertThat(outcome.body().path("events").asInt()).isEqualTo(1);
    }

    /** While a partition moves it is 503, and never 404. */
    private static Answer awaitFound(OrdersApi api, String path, String... headers) {
        var found = await().atMost(ofSeconds(60)).until(() -> api.get(path, headers), answer -> answer.status() != 503);
        assertThat(found.status()).as(found.response().body()).isEqualTo(200);
        return found;
    }
}
