package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.PRICE_OF_TWO_MUGS;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderJourneyTest extends OnRealEngines {

    private final UUID order = UUID.randomUUID();

    @Test
    void carriesAnOrderFromItsPlacingToItsReturn() {
        var placed = orders.place(order, TWO_MUGS);
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.header("ETag")).isEqualTo("\"1\"");
        assertThat(orders.pay(order, PRICE_OF_TWO_MUGS).header("ETag")).isEqualTo("\"2\"");
        assertThat(orders.ship(order, "{}").header("ETag")).isEqualTo("\"3\"");
        var returned = orders.takeBack(order, "{\"lines\": [{\"sku\": \"MUG\", \"quantity\": 1}]}");
        assertThat(returned.body().path("version").asLong()).isEqualTo(4);

        var view = orders.get("/orders/" + order);
        assertThat(view.header("ETag")).isEqualTo("\"4\"");
        assertThat(view.body().path("status").asString()).isEqualTo("PARTLY_RETURNED");
        assertThat(view.body().at("/refunded/amount").decimalValue()).isEqualByComparingTo("5");
    }

    @Test
    void listsAnOrderOnceTheViewHasFollowed() {
        orders.place(order, TWO_MUGS);
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                orders.get("/orders?limit=500").response().body())
                        .contains(order.toString()));
    }
}
