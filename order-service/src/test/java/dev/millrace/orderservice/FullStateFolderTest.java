package dev.millrace.orderservice;

import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The state of one of two instances lies on a disk that fills up. */
class FullStateFolderTest {

    /** Enough for what the tests before have left; the rest is filled. */
    private static final int MEGABYTES = 512;

    /** A few dozens of them are more than RocksDB keeps in memory. */
    private static final String LARGE_ORDER =
            IntStream.range(0, 4000).mapToObj("""
                    {"sku": "SKU-%1$d", "description": "Thing number %1$d of a large order", "quantity": 1,
                     "unitPrice": {"amount": 1.00, "currency": "GBP"}}"""::formatted).collect(joining(",", "{\"lines\": [", "]}"));

    private static final OrderService FIRST = OrderService.running();

    private final List<UUID> acknowledged = new ArrayList<>();

    @Test
    void endsDecidingThereAndLosesNoOrder() throws Exception {
        var data = Files.createTempDirectory(Path.of("target"), "order-service-");
        try (var disk = SmallDisk.mountedAt(data.resolve("streams"), MEGABYTES);
                var second = OrderService.over(data)) {
            second.awaitReadiness();
            FIRST.awaitReadiness();
            disk.fill();
            while (second.api().get("/actuator/health/liveness").status() == 200) {
                place(second);
            }
            assertThat(second.api().get("/actuator/health/liveness").response().body())
                    .contains("No space left on device");
            awaitEachAt(FIRST);

            disk.free();
            second.close();
            second.restart();
            awaitEachAt(second);
        }
    }

    private void place(OrderService second) {
        var order = UUID.randomUUID();
        await().atMost(ofSeconds(60)).until(() -> isPlaced(second, order) || isPlaced(FIRST, order));
        acknowledged.add(order);
    }

    private static boolean isPlaced(OrderService instance, UUID order) {
        try {
            var status = instance.api().place(order, LARGE_ORDER).status();
            return status == 200 || status == 201;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /** While a partition moves it is 503, and never 404. */
    private void awaitEachAt(OrderService instance) {
        assertThat(acknowledged)
                .isNotEmpty()
                .allSatisfy(order -> await().atMost(ofSeconds(90))
                        .until(() -> instance.api().get("/orders/" + order).status(), status -> status == 200));
    }
}
