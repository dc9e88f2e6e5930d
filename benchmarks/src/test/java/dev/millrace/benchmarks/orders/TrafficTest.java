package dev.millrace.benchmarks.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrafficTest {

    static {
        // the JDK's server hangs up on all but 200 idle connections, and the traffic keeps 512 of them
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private static final Duration TURN = Duration.ofMillis(50);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> told = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String body = "";
    private volatile int refused;
    private HttpServer orderService;
    private Traffic traffic;

    @BeforeEach
    void start() throws IOException {
        orderService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        orderService.createContext("/orders", this::answer);
        orderService.start();
        var address = URI.create("http://127.0.0.1:" + orderService.getAddress().getPort());
        traffic = new Traffic(address, TURN, told::add);
    }

    @AfterEach
    void stop() {
        orderService.stop(0);
    }

    @Test
    void measuresEveryNumberInFlightAndTwoHundredASecond() throws Exception {
        assertThat(traffic.round())
                .extracting(reading -> reading.measure().name())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(1, 16, 64, 256, 512)
                                        .map("%d in flight"::formatted)
                                        .flatMap(kind -> Stream.of("orders, " + kind, "p50, " + kind, "p99, " + kind)),
                                Stream.of("p50, 200 a second", "p99, 200 a second"))
                        .toList());
    }

    @Test
    void promisesTwiceThePeersThroughputAtNoWorseLatencyAndPromptAnswersToAShop() throws Exception {
        assertThat(traffic.round())
                .map(Reading::measure)
                .filteredOn(measure -> measure.goal() != null)
                .extracting(measure -> measure.name() + " " + measure.goal())
                .containsExactly(
                        "orders, 256 in flight >= 2 x peer",
                        "p99, 256 in flight <= 1 x peer",
                        "p50, 200 a second <= 25",
                        "p99, 200 a second <= 100");
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
        var errors = traffic.errors("errors");
        assertThat(errors).extracting(Finding::holds).isEqualTo(false);
        assertThat(errors.ours().median()).isEqualTo(2);
        assertThat(told).containsExactly("WITH ERRORS: {HTTP 503=2}");
    }

    @Test
    void saysThatThereWereNoErrors() throws Exception {
        traffic.round();
        var errors = traffic.errors("errors");
        assertThat(errors.ours().median()).isZero();
        assertThat(errors.holds()).isTrue();
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
