package dev.millrace.starter.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String VALID = "{\"sku\": \"A\", \"lines\": [{\"quantity\": 1, \"price\": 0.0000001}]}";

    static ConfigurableApplicationContext service;
    static URI url;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                Service.class,
                "--spring.application.name=tested",
                "--server.port=0",
                "--millrace.http.max-body-size=1KB");
        url = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void leavesGoodRequestsAlone() {
        assertThat(post(VALID).body()).isEqualTo("{\"price\":0.0000001}");
    }

    @Test
    void answersWithTheProblemThatAControllerThrows() {
        var answer = get("/refused");
        assertProblem(answer, 409, "already-placed", "Already placed");
        assertThat(json(answer).path("reason").asString()).isEqualTo("ALREADY_PLACED");
    }

    @Test
    void namesTheFieldsThatAreNotValid() {
        var answer = post("{\"sku\": \" \", \"lines\": [{\"quantity\": 0, \"price\": 1}]}");
        assertProblem(answer, 400, "invalid-request", "Invalid request");
        assertThat(json(answer).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("sku", "lines[0].quantity");
    }

    @Test
    void namesTheParameterThatIsNotValid() {
        var answer = get("/limited?limit=101");
        assertProblem(answer, 400, "invalid-request", "Invalid request");
        assertThat(json(answer).path("errors").findValuesAsString("field")).containsExactly("limit");
    }

    @Test
    void namesAnUnknownField() {
        var answer = post("{\"sku\": \"A\", \"lines\": [{\"quantity\": 1, \"price\": 1, \"colour\": \"red\"}]}");
        assertProblem(answer, 400, "unknown-field", "Unknown field");
        assertThat(json(answer).path("field").asString()).isEqualTo("lines[0].colour");
    }

    @Test
    void namesAFieldThatHoldsTheWrongType() {
        var answer = post("{\"sku\": \"A\", \"lines\": [{\"quantity\": \"many\", \"price\": 1}]}");
        assertProblem(answer, 400, "invalid-value", "Invalid value");
        assertThat(json(answer).path("field").asString()).isEqualTo("lines[0].quantity");
        assertThat(answer.body()).doesNotContain("dev.millrace", "Exception");
    }

    @Test
    void tellsWhereABodyStopsBeingJson() {
        var answer = post("{\"sku\": }");
        assertProblem(answer, 400, "unreadable-body", "Unreadable body");
        assertThat(json(answer).path("line").asInt()).isEqualTo(1);
    }

    @Test
    void asksForABodyThatIsMissing() {
        assertProblem(post(""), 400, "unreadable-body", "Unreadable body");
    }

    @Test
    void refusesABodyThatAnnouncesTooGreatALength() {
        assertProblem(post(tooLong()), 413, "body-too-large", "Body too large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() {
        var unannounced = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(tooLong().getBytes()));
        assertProblem(post(unannounced, "application/json"), 413, "body-too-large", "Body too large");
    }

    @Test
    void answersWithAProblemWhereThereIsNothing() {
        assertProblem(get("/nowhere"), 404, "not-found", "Not Found");
    }

    @Test
    void answersWithAProblemToAWrongMethod() {
        var answer = get("/orders");
        assertProblem(answer, 405, "method-not-allowed", "Method Not Allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void answersWithAProblemToAWrongMediaType() {
        assertProblem(
                post(BodyPublishers.ofString("<a/>"), "application/xml"),
                415,
                "unsupported-media-type",
                "Unsupported Media Type");
    }

    @Test
    void answersWithAProblemToAMissingOrMalformedParameter() {
        assertProblem(get("/limited"), 400, "bad-request", "Bad Request");
        assertProblem(get("/limited?limit=x"), 400, "bad-request", "Bad Request");
    }

    @Test
    void asksToTryAgainDuringAnOutage() {
        var answer = get("/away");
        assertProblem(answer, 503, "service-unavailable", "Service unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void keepsWhatABugIsAboutToItself() {
        var answer = get("/bug");
        assertProblem(answer, 500, "internal-error", "Internal error");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void answersWithAProblemWhereAFilterRefusesTheRequest() {
        assertProblem(get("/guarded"), 403, "forbidden", "Forbidden");
    }

    @Test
    void servesHealthMetricsAndTheApiPage() {
        assertThat(json(get("/actuator/health/readiness")).path("status").asString())
                .isEqualTo("UP");
        assertThat(json(get("/actuator/health/liveness")).path("status").asString())
                .isEqualTo("UP");
        assertThat(get("/actuator/prometheus").body()).contains("http_server_requests_seconds", "service=\"tested\"");
        assertThat(json(get("/v3/api-docs")).path("paths").path("/orders").isMissingNode())
                .isFalse();
        assertThat(get("/docs").statusCode()).isEqualTo(302);
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

    private static HttpResponse<String> get(String path) {
        return ask(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private static HttpResponse<String> post(String body) {
        return post(BodyPublishers.ofString(body), "application/json");
    }

    private static HttpResponse<String> post(BodyPublisher body, String type) {
        return ask(HttpRequest.newBuilder(URI.create(url + "/orders"))
                .header("Content-Type", type)
                .POST(body));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Line(@Positive int quantity, BigDecimal price) {}

    record Order(@NotBlank String sku, List<@Valid Line> lines) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Controller.class)
    static class Service {

        @Bean
        FilterRegistrationBean<Filter> guard() {
            Filter guard = (_, response, _) -> ((HttpServletResponse) response).sendError(403);
            var registration = new FilterRegistrationBean<>(guard);
            registration.addUrlPatterns("/guarded");
            return registration;
        }
    }

    @RestController
    static class Controller {

        @PostMapping("/orders")
        Map<String, BigDecimal> place(@Valid @RequestBody Order order) {
            return Map.of("price", order.lines().getFirst().price());
        }

        @GetMapping("/limited")
        int limited(@RequestParam @Max(100) int limit) {
            return limit;
        }

        @GetMapping("/refused")
        void refused() {
            throw Problem.of(HttpStatus.CONFLICT, "already-placed", "Already placed", "The order exists.")
                    .with("reason", "ALREADY_PLACED");
        }

        @GetMapping("/away")
        void away() {
            throw new UncheckedIOException(new ConnectException("secret-host:5432"));
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("secret");
        }
    }
}
