package dev.millrace.orderservice;

import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.orderservice.OrderService.ENGINES;
import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static dev.millrace.orderservice.Topic.header;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import dev.millrace.contracts.events.CloudEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnginesAwayTest {

    /** By {@code -Dmillrace.away} as many seconds as the suite has no time for. */
    private static final Duration AWAY = ofSeconds(Integer.getInteger("millrace.away", 1));

    private static final int SHOPPERS = 8;

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();
    private final UUID order = UUID.randomUUID();

    /** How the first request to place each order was answered; its key is the id of the order. */
    private final Map<UUID, Integer> statuses = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /** A service that has never written a type has to ask the registry for it, which has to ask PostgreSQL. */
    @BeforeEach
    void writeEachTypeOnce() {
        orders.place(order, TWO_MUGS);
        orders.pay(order, PRICE_OF_TWO_MUGS);
    }

    @Test
    void goesOnDecidingWhilePostgresqlIsAway() {
        var decided = new ArrayList<UUID>();
        ENGINES.pause(POSTGRESQL);
        try {
            var back = System.nanoTime() + AWAY.toNanos();
            do {
                decided.add(placeAndPay());
            } while (System.nanoTime() < back);
            assertThat(orders.get("/orders").status()).isEqualTo(503);
        } finally {
            ENGINES.resume(POSTGRESQL);
        }
        await().atMost(ofSeconds(60)).until(() -> isListedAsPaid(decided.getLast()));
        assertThat(decided).allMatch(this::isListedAsPaid);
    }

    private UUID placeAndPay() {
        var another = UUID.randomUUID();
        assertThat(orders.place(another, TWO_MUGS).status()).isEqualTo(201);
        assertThat(orders.pay(another, PRICE_OF_TWO_MUGS).status()).isEqualTo(200);
        assertThat(orders.get("/orders/" + another).status()).isEqualTo(200);
        return another;
    }

    private boolean isListedAsPaid(UUID another) {
        return orders.get("/orders?limit=1", "Consistency-Token", another + "@2", "Prefer", "wait=30")
                        .status()
                == 200;
    }

    @Test
    void saysThatACommandIsUndeliveredWhileKafkaIsAway() {
        var key = UUID.randomUUID().toString();
        var another = UUID.randomUUID();
        ENGINES.pause(KAFKA);
        try {
            var undelivered = orders.place(another, TWO_MUGS, "Idempotency-Key", key);
            assertThat(undelivered.status()).isEqualTo(503);
            assertThat(undelivered.header("Retry-After")).isNotEmpty();
            assertThat(undelivered.body().path("commandId").asString()).isEqualTo(key);
        } finally {
            ENGINES.resume(KAFKA);
        }
        acceptsAgain(another, key);
    }

    @Test
    void placesEachOrderOnceAlthoughKafkaHangsMeanwhile() throws Exception {
        try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            var shopping = IntStream.range(0, SHOPPERS)
                    .<Future<?>>mapToObj(_ -> shoppers.submit(this::shop))
                    .toList();
            try {
                letKafkaHangAmidTheLoad();
            } finally {
                closed = true;
            }
            for (var shopper : shopping) {
                shopper.get();
            }
        }
        assertThat(statuses.values()).isSubsetOf(200, 201, 202, 503);
        statuses.forEach((placed, status) -> {
            if (!isAcknowledged(status)) {
                acceptsAgain(placed, placed.toString());
            }
        });
        await().atMost(ofSeconds(30)).untilAsserted(() -> eachIsPlacedOnce(statuses.keySet()));
    }

    private void letKafkaHangAmidTheLoad() {
        awaitAcknowledged(100);
        ENGINES.pause(KAFKA);
        try {
            await().atMost(ofSeconds(30)).until(() -> statuses.containsValue(503));
        } finally {
            ENGINES.resume(KAFKA);
        }
        awaitAcknowledged(100);
    }

    private void shop() {
        while (!closed) {
            var placed = UUID.randomUUID();
            var answer = orders.place(placed, TWO_MUGS, "Idempotency-Key", placed.toString());
            statuses.put(placed, answer.status());
        }
    }

    private void awaitAcknowledged(int more) {
        var enough = acknowledged() + more;
        await().atMost(ofSeconds(90)).until(() -> acknowledged() > enough);
    }

    private long acknowledged() {
        return statuses.values().stream()
                .filter(EnginesAwayTest::isAcknowledged)
                .count();
    }

    private static boolean isAcknowledged(int status) {
        return status == 200 || status == 201;
    }

    private static void eachIsPlacedOnce(Set<UUID> placed) {
        var ids = placed.stream().map(UUID::toString).collect(toSet());
        assertThat(new Topic(Topics.ORDER_EVENTS).records(event -> ids.contains(event.key())))
                .allMatch(event -> header(event, CloudEvent.TYPE).equals("OrderPlaced"))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void recoversFromTheDeathOfKafka() {
        ENGINES.kill(KAFKA);
        ENGINES.restart(KAFKA);
        acceptsAgain(UUID.randomUUID(), UUID.randomUUID().toString());
        assertThat(orders.get("/orders/" + order).header("ETag")).isEqualTo("\"2\"");
    }

    private void acceptsAgain(UUID another, String key) {
        await().atMost(ofSeconds(90))
                .untilAsserted(() -> assertThat(orders.place(another, TWO_MUGS, "Idempotency-Key", key)
                                .status())
                        .isIn(200, 201));
        // 503 while its partition is on its way from one thread of the service to another, but never 404.
        var found = await().atMost(ofSeconds(30))
                .until(() -> orders.get("/orders/" + another), answer -> answer.status() != 503);
        assertThat(found.header("ETag")).as(found.response().body()).isEqualTo("\"1\"");
        service.awaitReadiness();
    }
}
