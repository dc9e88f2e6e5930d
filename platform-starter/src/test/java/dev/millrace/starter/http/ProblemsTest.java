package dev.millrace.starter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTest {

    private static final String VALID = "{\"sku\": \"A\", \"lines\": [{\"quantity\": 1, \"price\": 0.0000001}]}";

    static ConfigurableApplicationContext service;
    static Caller caller;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                TroubledService.class,
                "--spring.application.name=tested",
                "--server.port=0",
                "--millrace.http.max-body-size=1KB");
        caller = new Caller(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void leavesGoodRequestsAlone() {
        assertThat(caller.post(VALID).body()).isEqualTo("{\"price\":0.0000001}");
    }

    @Test
    void answersWithTheProblemThatAControllerThrows() {
        var answer = caller.get("/refused");
        assertProblem(answer, 409, "already-placed", "Already placed");
        assertThat(json(answer).path("reason").asString()).isEqualTo("ALREADY_PLACED");
    }

    @Test
    void namesTheFieldsThatAreNotValid() {
        var answer = caller.post("{\"sku\": \" \", \"lines\": [{\"quantity\": 0, \"price\": 1}]}");
        assertProblem(answer, 400, "invalid-request", "Invalid request");
        assertThat(json(answer).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("sku", "lines[0].quantity");
    }

    @Test
    void takesIdsAndNothingElseForOne() {
        assertThat(caller.get("/found").body()).isEqualTo("all");
        assertThat(caller.get("/found?id=01985a4e-7c00-7000-8000-000000000001").body())
                .isEqualTo("01985a4e-7c00-7000-8000-000000000001");
        for (var none : List.of("", "1", "1-1-1-1-1", "01985a4e7c0070008000000000000001")) {
            assertThat(caller.get("/found?id=" + none).statusCode()).as(none).isEqualTo(400);
        }
    }

    @Test
    void namesTheParameterThatIsNotValid() {
        var answer = caller.get("/limited?limit=101");
        assertProblem(answer, 400, "invalid-request", "Invalid request");
        assertThat(json(answer).path("errors").findValuesAsString("field")).containsExactly("limit");
    }

    @Test
    void namesAnUnknownField() {
        var answer = caller.post("{\"sku\": \"A\", \"lines\": [{\"quantity\": 1, \"price\": 1, \"colour\": \"red\"}]}");
        assertProblem(answer, 400, "unknown-field", "Unknown field");
        assertThat(json(answer).path("field").asString()).isEqualTo("lines[0].colour");
    }

    @Test
    void namesAFieldThatHoldsTheWrongType() {
        var answer = caller.post("{\"sku\": \"A\", \"lines\": [{\"quantity\": \"many\", \"price\": 1}]}");
        assertProblem(answer, 400, "invalid-value", "Invalid value");
        assertThat(json(answer).path("field").asString()).isEqualTo("lines[0].quantity");
        assertThat(answer.body()).doesNotContain("dev.millrace", "Exception");
    }

    @Test
    void tellsWhereABodyStopsBeingJson() {
        var answer = caller.post("{\"sku\": }");
        assertProblem(answer, 400, "unreadable-body", "Unreadable body");
        assertThat(json(answer).path("line").asInt()).isEqualTo(1);
    }

    @Test
    void asksForABodyThatIsMissing() {
        assertProblem(caller.post(""), 400, "unreadable-body", "Unreadable body");
    }

    @Test
    void refusesABodyThatAnnouncesTooGreatALength() {
        assertProblem(caller.post(tooLong()), 413, "body-too-large", "Body too large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() {
        var unannounced = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(tooLong().getBytes()));
        assertProblem(caller.post(unannounced, "application/json"), 413, "body-too-large", "Body too large");
    }

    @Test
    void answersWithAProblemWhereThereIsNothing() {
        assertProblem(caller.get("/nowhere"), 404, "not-found", "Not Found");
    }

    @Test
    void answersWithAProblemToAWrongMethod() {
        var answer = caller.get("/orders");
        assertProblem(answer, 405, "method-not-allowed", "Method Not Allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void answersWithAProblemToAWrongMediaType() {
        assertProblem(
                caller.post(BodyPublishers.ofString("<a/>"), "application/xml"),
                415,
                "unsupported-media-type",
                "Unsupported Media Type");
    }

    @Test
    void answersWithAProblemToAMissingOrMalformedParameter() {
        assertProblem(caller.get("/limited"), 400, "bad-request", "Bad Request");
        assertProblem(caller.get("/limited?limit=x"), 400, "bad-request", "Bad Request");
    }

    @Test
    void asksToTryAgainDuringAnOutage() {
        var answer = caller.get("/away");
        assertProblem(answer, 503, "service-unavailable", "Service unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void keepsWhatABugIsAboutToItself() {
        var answer = caller.get("/bug");
        assertProblem(answer, 500, "internal-error", "Internal error");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void answersWithAProblemWhereAFilterRefusesTheRequest() {
        assertProblem(caller.get("/guarded"), 403, "forbidden", "Forbidden");
    }

    @Test
    void servesHealthMetricsAndTheApiPage() {
        assertThat(json(caller.get("/actuator/health/readiness")).path("status").asString())
                .isEqualTo("UP");
        assertThat(json(caller.get("/actuator/health/liveness")).path("status").asString())
                .isEqualTo("UP");
        assertThat(caller.get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds", "service=\"tested\"");
        assertThat(json(caller.get("/v3/api-docs"))
                        .path("paths")
                        .path("/orders")
                        .isMissingNode())
                .isFalse();
        assertThat(caller.get("/docs").statusCode()).isEqualTo(302);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String slug, String title) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("urn:millrace:problem:" + slug);
        assertThat(problem.path("title").asString()).isEqualTo(title);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static String tooLong() {
        return VALID + " ".repeat(2000);
    }
}
