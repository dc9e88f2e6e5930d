package dev.millrace.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private static final byte[] BODY = "{\"name\":\"Zoë\"}".getBytes(UTF_8);
    private static final int CHUNKED = 0;

    private final List<String> received = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders", exchange -> answer(exchange, 201, BODY.length));
        server.createContext("/chunks", exchange -> answer(exchange, 201, CHUNKED));
        server.createContext("/farewell", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            answer(exchange, 201, BODY.length);
        });
        server.createContext("/gone", exchange -> answer(exchange, 410, BODY.length));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void sendsMethodPathAndBody() throws IOException {
        try (var connection = new HttpConnection(address())) {
            assertThat(connection.send("PUT", "/orders/1", BODY)).isEqualTo(201);
        }
        assertThat(received).containsExactly("PUT /orders/1 application/json {\"name\":\"Zoë\"}");
    }

    @Test
    void readsEachAnswerToItsEndHoweverItIsDelimited() throws IOException {
        try (var connection = new HttpConnection(address())) {
            assertThat(connection.send("PUT", "/chunks", BODY)).isEqualTo(201);
            assertThat(connection.send("PUT", "/orders/1", BODY)).isEqualTo(201);
            assertThat(connection.send("PUT", "/gone", BODY)).isEqualTo(410);
            assertThat(connection.send("PUT", "/orders/2", BODY)).isEqualTo(201);
        }
    }

    @Test
    void connectsAgainAfterTheServerSaidFarewell() throws IOException {
        try (var connection = new HttpConnection(address())) {
            assertThat(connection.send("PUT", "/farewell", BODY)).isEqualTo(201);
            assertThat(connection.send("PUT", "/orders/1", BODY)).isEqualTo(201);
        }
    }

    @Test
    void isAnsweredByTheInstantServerAsManyTimesAsItAsks() throws IOException {
        try (var instant = new InstantServer();
                var connection = new HttpConnection(instant.address())) {
            for (int i = 0; i < 100; i++) {
                assertThat(connection.send("PUT", "/orders/" + i, BODY)).isEqualTo(201);
            }
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange, int status, long length) throws IOException {
        try (exchange) {
            received.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Content-Type"),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(BODY);
        }
    }
}
