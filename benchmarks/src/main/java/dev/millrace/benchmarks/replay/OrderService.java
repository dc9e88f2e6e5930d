package dev.millrace.benchmarks.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator asks of order-service. */
final class OrderService {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Set<String> RUNNING = Set.of("RUNNING", "COPYING", "VERIFYING");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    OrderService(URI address) {
        this.address = address;
    }

    /** Waits until all its commands have been decided. */
    void awaitDecided(UUID order) throws IOException, InterruptedException {
        while (!isDecided(order)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private boolean isDecided(UUID order) throws IOException, InterruptedException {
        var answer = send("GET", "/orders/" + order);
        return answer.statusCode() == 200
                && JSON.readTree(answer.body()).path("version").asInt() == SampleOrder.EVENTS;
    }

    /** Replays all events as fast as it can; fails if anything differs. */
    JsonNode verify() throws IOException, InterruptedException {
        var verification = run("/admin/verifications?eventsPerSecond=1000000");
        if (verification.path("differencesFound").asInt() > 0) {
            throw new IllegalStateException("Something differs: " + verification);
        }
        return require("FINISHED", verification);
    }

    /** Makes the next version of the list of orders from all events. */
    JsonNode rebuild() throws IOException, InterruptedException {
        return require("SWITCHED", run("/admin/read-models/orders/rebuilds"));
    }

    /** Of a verification, what it spent on the events alone. */
    static double secondsFolding(JsonNode verification) {
        return Duration.parse(verification.path("folding").asString()).toMillis() / 1000.0;
    }

    static double seconds(JsonNode run) {
        var took = Duration.between(
                Instant.parse(run.path("startedAt").asString()),
                Instant.parse(run.path("updatedAt").asString()));
        return took.toMillis() / 1000.0;
    }

    private JsonNode run(String path) throws IOException, InterruptedException {
        var started = send("POST", path);
        var location = started.headers().firstValue("Location").orElseThrow(() -> refused(started));
        var run = JSON.readTree(started.body());
        while (RUNNING.contains(run.path("state").asString())) {
            Thread.sleep(BETWEEN_LOOKS);
            run = JSON.readTree(send("GET", location).body());
        }
        return run;
    }

    private static JsonNode require(String end, JsonNode run) {
        if (!run.path("state").asString().equals(end)) {
            throw new IllegalStateException("It did not end well: " + run);
        }
        return run;
    }

    private static IllegalStateException refused(HttpResponse<String> answer) {
        return new IllegalStateException("%d: %s".formatted(answer.statusCode(), answer.body()));
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).method(method, BodyPublishers.noBody());
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
