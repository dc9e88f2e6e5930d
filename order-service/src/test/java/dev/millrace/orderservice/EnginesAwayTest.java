package dev.millrace.orderservice;

import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.orderservice.OrderService.ENGINES;
import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnginesAwayTest {

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();
    private final UUID order = UUID.randomUUID();

    /** A service that has never written a type has to ask the registry for it, which has to ask PostgreSQL. */
    @BeforeEach
    void writeEachTypeOnce() {
        orders.place(order, TWO_MUGS);
        orders.pay(order, PRICE_OF_TWO_MUGS);
    }

    @Test
    void goesOnDecidingWhilePostgresqlIsAway() {
        var another = UUID.randomUUID();
        ENGINES.pause(POSTGRESQL);
        try {
            assertThat(orders.place(another, TWO_MUGS).status()).isEqualTo(201);
            assertThat(orders.pay(another, PRICE_OF_TWO_MUGS).status()).isEqualTo(200);
            assertThat(orders.get("/orders/" + another).status()).isEqualTo(200);
            assertThat(orders.get("/orders").status()).isEqualTo(503);
        } finally {
            ENGINES.resume(POSTGRESQL);
        }
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(orders.get("/orders?status=PAID&limit=500")
                                .response()
                                .body())
                        .contains(another.toString()));
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
