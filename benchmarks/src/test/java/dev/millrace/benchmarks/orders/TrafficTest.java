package dev.millrace.benchmarks.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.millrace.benchmarks.load.InstantServer;
import dev.millrace.benchmarks.measuring.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrafficTest {

    static {
        // the JDK's server hangs up on all but 200 idle connections, and the traffic keeps 256 of them
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private static final Duration TURN = Duration.ofMillis(50);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> told = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String body = "";
    private volatile int refused;
    private HttpServer orderService;
    private InstantServer instantServer;
    private Traffic traffic;

    @BeforeEach
    void start() throws IOException {
        orderService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        orderService.createContext("/orders", this::answer);
        orderService.start();
        instantServer = new InstantServer();
        var address = URI.create("http://127.0.0.1:" + orderService.getAddress().getPort());
        traffic = new Traffic(address, instantServer.address(), TURN, told::add);
    }

    @AfterEach
    void stop() throws IOException {
        orderService.stop(0);
        instantServer.close();
    }

    @Test
    void measuresEveryNumberInFlightAndTheClientItself() throws Exception {
        assertThat(traffic.round())
                .extracting(reading -> reading.measure().name())
                .containsExactly(
                        "orders, 1 in flight",
                        "p50, 1 in flight",
                        "p99, 1 in flight",
                        "orders, 16 in flight",
                        "p50, 16 in flight",
                        "p99, 16 in flight",
                        "orders, 256 in flight",
                        "p50, 256 in flight",
                        "p99, 256 in flight",
                        "the client's own ceiling, 256 in flight");
    }

    @Test
    void placesOrdersOfThreeLines() throws Exception {
        traffic.round();
        var lines = JSON.readTree(body).get("lines");
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line.get("quantity").asInt()).isPositive();
            assertThat(line.at("/unitPrice/amount").decimalValue()).isPositive();
        });
    }

    @Test
    void addsUpTheErrorsOfAllRounds() throws Exception {
        refused = 2;
        traffic.round();
        traffic.round();
        var errors = traffic.withErrors(List.of()).getLast();
        assertThat(errors).extracting(Finding::holds).isEqualTo(false);
        assertThat(errors.ours().median()).isEqualTo(2);
        assertThat(told).containsExactly("WITH ERRORS: {HTTP 503=2}");
    }

    @Test
    void saysThatThereWereNoErrors() throws Exception {
        traffic.round();
        assertThat(traffic.withErrors(List.of())).singleElement().satisfies(errors -> {
            assertThat(errors.ours().median()).isZero();
            assertThat(errors.holds()).isTrue();
        });
        assertThat(told).isEmpty();
    }

    @Test
    void failsWhenNoOrderIsPlacedAtAll() {
        refused = Integer.MAX_VALUE;
        assertThatIllegalStateException().isThrownBy(traffic::round).withMessageContaining("HTTP 503");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.sendResponseHeaders(requests.incrementAndGet() <= refused ? 503 : 201, -1);
        }
    }
}
