package dev.millrace.orderservice;

import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.orderservice.OrderService.ENGINES;
import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.OrdersApi.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadYourWritesTest {

    private final OrderService service = OrderService.running();
    private final OrdersApi orders = service.api();
    private final UUID order = UUID.randomUUID();
    private final UUID customer = service.customer();

    @Test
    void showsWhatWasWrittenAMomentAgo() {
        for (var placed = 1; placed <= 20; placed++) {
            var token = place(UUID.randomUUID()).header("Consistency-Token");
            var page = orders.get("/orders?customer=" + customer, "Consistency-Token", token, "Prefer", "wait=30");
            assertThat(page.body().path("items")).hasSize(placed);
        }
    }

    @Test
    void namesTheEventThatWasWritten() {
        assertThat(place(order).header("Consistency-Token")).isEqualTo(order + "@1");
        assertThat(orders.get("/orders/" + order, "Consistency-Token", order + "@1")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/orders/%s",
                "/orders/%s/events",
                "/orders/%1$s/commands/%1$s",
                "/orders/%s/notifications",
                "/customers/%s/spending"
            })
    void saysWhatIsNotVisibleYet(String path) {
        place(order);
        var answer = orders.get(path.formatted(order), "Consistency-Token", order + "@2", "Prefer", "wait=0");
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.problem()).isEqualTo("urn:millrace:problem:not-yet-visible");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body().path("token").asString()).isEqualTo(order + "@2");
    }

    @Test
    void saysThatTheListIsAwayWhileItsDatabaseIs() {
        ENGINES.pause(POSTGRESQL);
        try {
            var token = place(order).header("Consistency-Token");
            assertThat(orders.get("/orders/" + order, "Consistency-Token", token)
                            .status())
                    .isEqualTo(200);
            assertThat(orders.get("/orders", "Consistency-Token", token).status())
                    .isEqualTo(503);
        } finally {
            ENGINES.resume(POSTGRESQL);
        }
        service.awaitStatus("/orders", 200);
    }

    private Answer place(UUID id) {
        var answer = orders.place(id, TWO_MUGS.replaceFirst("\\{", "{\"customerId\": \"" + customer + "\","));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }
}
