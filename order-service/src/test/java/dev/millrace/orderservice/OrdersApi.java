package dev.millrace.orderservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of order-service. */
final class OrdersApi {

    static final String TWO_MUGS = """
            {"country": "France", "lines": [
              {"sku": "MUG", "description": "Blue mug", "quantity": 2, "unitPrice": {"amount": 5.00, "currency": "GBP"}}]}
            """;
    static final String PRICE_OF_TWO_MUGS = """
            {"amount": {"amount": 10, "currency": "GBP"}}
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI service;

    OrdersApi(int port) {
        service = URI.create("http://127.0.0.1:" + port);
    }

    /** What the service answered. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode body() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String problem() {
            return body().path("type").asString();
        }
    }

    Answer place(UUID order, String body, String... headers) {
        return send("PUT", "/orders/" + order, body, headers);
    }

    Answer pay(UUID order, String body, String... headers) {
        return send("POST", "/orders/" + order + "/payments", body, headers);
    }

    Answer ship(UUID order, String body, String... headers) {
        return send("POST", "/orders/" + order + "/shipments", body, headers);
    }

    Answer takeBack(UUID order, String body, String... headers) {
        return send("POST", "/orders/" + order + "/returns", body, headers);
    }

    Answer cancel(UUID order, String body, String... headers) {
        return send("POST", "/orders/" + order + "/cancellation", body, headers);
    }

    Answer get(String path, String... headers) {
        return exchange(
                with(headers, HttpRequest.newBuilder(service.resolve(path)).GET()));
    }

    /** What a counter of the service says; {@code tag} is a name, a colon and a value. */
    double counted(String counter, String tag) {
        return get("/actuator/metrics/%s?tag=%s".formatted(counter, tag))
                .body()
                .at("/measurements/0/value")
                .asDouble(0);
    }

    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return exchange(with(headers, request));
    }

    /** Name, value, name, value. */
    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            return new Answer(
                    HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
