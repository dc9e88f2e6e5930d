package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("three-brokers")
class BrokerKilledTest {

    private static final Duration FAILED_OVER = Duration.ofSeconds(60);

    private final UUID customer = RunningPlatform.customer();

    @AfterEach
    void bringBack() {
        RunningPlatform.get().restart("kafka-2");
    }

    @Test
    void takesOrdersOnTwoOfThreeBrokers() {
        RunningPlatform.get().kill("kafka-2");

        var order = UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        await().atMost(FAILED_OVER)
                .until(() -> RunningPlatform.orders()
                                        .put(
                                                "/orders/" + order,
                                                Samples.order(customer, Samples.word(order)),
                                                "Idempotency-Key",
                                                key)
                                        .status()
                                / 100
                        == 2);

        await().atMost(FAILED_OVER)
                .untilAsserted(() -> assertThat(RunningPlatform.search()
                                .get("/search?type=order&q=" + Samples.word(order))
                                .json()
                                .toString())
                        .contains(order.toString()));
    }
}
