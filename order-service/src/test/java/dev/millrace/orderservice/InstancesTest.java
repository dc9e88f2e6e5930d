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
        try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, SHOPPERS).forEach(_ -> shoppers.submit(this::shop));
            awaitAcknowledged(200);
            longestWait.set(0);
            second.kill();
            awaitAcknowledged(200);
            System.out.printf("Around the kill of one instance nobody waited longer than %d ms%n", longestWait.get());
            second.restart();
            awaitAcknowledged(200);
            closed = true;
            shoppers.shutdown();
            assertThat(shoppers.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        }

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
        second.kill();
        var answers = orders.stream()
                .map(order -> FIRST.api().get("/orders/" + order))
                .toList();
        assertThat(answers).extracting(Answer::status).containsAnyOf(200).isSubsetOf(200, 503);
        assertThat(answers)
                .extracting(answer -> answer.header("Order-Answered-From"))
                .contains("copy");
        orders.forEach(order -> awaitFound(FIRST.api(), "/orders/" + order));
        second.restart();
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

    private void awaitAcknowledged(int more) {
        var enough = acknowledged.size() + more;
        await().atMost(ofSeconds(90)).until(() -> acknowledged.size() > enough);
    }

    private void shop() {
        while (!closed) {
            var order = UUID.randomUUID();
            insist(order, (api, key) -> api.place(order, TWO_MUGS, "Idempotency-Key", key));
            insist(order, (api, key) -> api.pay(order, PRICE_OF_TWO_MUGS, "Idempotency-Key", key));
        }
    }

    /** Repeats a command, at one instance and then at the other, until it is acknowledged. */
    private void insist(UUID order, BiFunction<OrdersApi, String, Answer> command) {
        var key = UUID.randomUUID().toString();
        var began = System.nanoTime();
        await().atMost(ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isAcknowledged(FIRST, key, command) || isAcknowledged(second, key, command));
        longestWait.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
        acknowledged.put(key, order);
    }

    private static boolean isAcknowledged(
            OrderService instance, String key, BiFunction<OrdersApi, String, Answer> command) {
        try {
            var status = command.apply(instance.api(), key).status();
            return status == 200 || status == 201;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /** While a partition moves it is 503, and never 404. */
    private static Answer awaitFound(OrdersApi api, String path) {
        var found = await().atMost(ofSeconds(60)).until(() -> api.get(path), answer -> answer.status() != 503);
        assertThat(found.status()).as(found.response().body()).isEqualTo(200);
        return found;
    }
}
