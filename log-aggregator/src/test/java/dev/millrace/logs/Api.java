package dev.millrace.logs;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The service over HTTP. */
public final class Api {

    private final RestTestClient http;

    public Api(int port) {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    public JsonNode get(String uri, Object... variables) {
        var answer = http.get().uri(uri, variables).exchange().expectStatus().isOk();
        return requireNonNull(answer.returnResult(JsonNode.class).getResponseBody());
    }

    public HttpStatusCode status(String uri) {
        return http.get().uri(uri).exchange().returnResult(Void.class).getStatus();
    }

    public List<String> messages(String uri, Object... variables) {
        return messages(get(uri, variables));
    }

    public static List<String> messages(JsonNode page) {
        return page.required("items").values().stream()
                .map(line -> line.required("message").asString())
                .toList();
    }

    /** How many lines of an instance are indexed, and the highest number among them. */
    public Map.Entry<Long, Long> linesOf(String instance) {
        return get("/logs/instances").values().stream()
                .filter(one -> one.required("instance").asString().equals(instance))
                .map(one -> Map.entry(
                        one.required("indexed").asLong(),
                        one.required("maxSequence").asLong()))
                .findFirst()
                .orElse(Map.entry(0L, 0L));
    }

    public static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }
}
