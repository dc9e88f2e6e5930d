package dev.millrace.benchmarks.cdc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a connector is told, and asked. */
final class Rest {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Rest(URI address) {
        this.address = address;
    }

    void tell(String method, String path, String body) throws IOException, InterruptedException {
        var answer = send(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
    }

    /** Looks again and again until it is as wanted. */
    void await(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = send("GET", path, "");
        while (answer.statusCode() != 200 || !wanted.test(JSON.readTree(answer.body()))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("%s is still %s".formatted(path, answer.body()));
            }
            Thread.sleep(BETWEEN_LOOKS);
            answer = send("GET", path, "");
        }
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
