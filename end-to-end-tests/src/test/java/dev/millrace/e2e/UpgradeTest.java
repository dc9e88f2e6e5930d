package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.compose.Compose;
import dev.millrace.local.compose.ImageContext;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of today's images go on over volumes that images of a version before have written. */
@Tag("upgrade")
class UpgradeTest {

    private static final Path HOME = Path.of(System.getProperty("millrace.home"));
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ORDERS = 20;

    @TempDir
    static Path folder;

    private final Ports ports = Ports.free();
    private final UUID customer = UUID.randomUUID();
    private final List<UUID> orders =
            Stream.generate(UUID::randomUUID).limit(ORDERS).toList();
    private Compose previous;
    private Compose next;

    @BeforeEach
    void build() throws IOException, InterruptedException {
        next = platform(new ImageContext(HOME, folder.resolve("images-of-today")), "under-test");
        PreviousVersion.build(HOME, folder);
        previous = platform(new ImageContext(folder, folder.resolve("images")), "before");
    }

    private Compose platform(ImageContext context, String version) throws IOException {
        context.fill(ContainerPlatform.MODULES);
        return context.compose(
                "millrace-upgrade-" + ProcessHandle.current().pid(),
                version,
                ports,
                List.of(context.folder().resolve("docker-compose.small.yml"), HOME.resolve("docker/published.yml")));
    }

    @AfterEach
    void delete() {
        next.run("down", "--volumes", "--timeout", "0");
    }

    @Test
    void everythingIsThereAfterwardsAndGoesOn() {
        up(previous);
        assertThat(api(Port.USER_SERVICE)
                        .put("/users/" + customer, Samples.user(customer))
                        .status())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> service().get("/customers/" + customer).status() == 200);
        orders.forEach(order -> assertThat(service()
                        .put("/orders/" + order, Samples.order(customer, Samples.word(order)))
                        .status())
                .isEqualTo(201));
        awaitInSearch();

        previous.run("down");
        up(next);

        assertThat(orders)
                .allSatisfy(
                        order -> assertThat(service().get("/orders/" + order).header("ETag"))
                                .isEqualTo("\"1\""));
        assertThat(service()
                        .get("/orders?limit=100&customer=" + customer)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(ORDERS);
        awaitInSearch();
        assertThat(service()
                        .post(
                                "/orders/" + orders.getFirst() + "/payments",
                                "{\"amount\": {\"amount\": 99.80, \"currency\": \"GBP\"}}")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        await().atMost(SOON)
                .until(() -> api(Port.KAFKA_MANAGEMENT).get("/plan").json().isEmpty());
    }

    private static void up(Compose platform) {
        platform.run(
                "up",
                "--build",
                "--wait",
                "kafka-1",
                "user-service",
                "cdc-connector",
                "order-service",
                "search-indexer",
                "log-aggregator");
    }

    private void awaitInSearch() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(api(Port.SEARCH_INDEXER)
                                        .get("/search?type=order&q=" + Samples.word(order))
                                        .json()
                                        .path("items")
                                        .size())
                                .isEqualTo(1)));
    }

    private Api service() {
        return api(Port.ORDER_SERVICE);
    }

    private Api api(Port port) {
        return new Api(URI.create("http://localhost:" + ports.of(port)));
    }
}
