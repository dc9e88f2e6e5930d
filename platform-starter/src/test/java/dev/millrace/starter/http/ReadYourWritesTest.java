package dev.millrace.starter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReadYourWritesTest {

    private static final String TOKEN = ConsistencyToken.HEADER;

    private final UUID order = UUID.randomUUID();
    private final AtomicLong version = new AtomicLong(2);
    private final ReadYourWrites reads =
            new ReadYourWrites(token -> token.entity().equals(order) && token.version() <= version.get());

    @Test
    void passWithoutAToken() {
        assertThatCode(() -> get()).doesNotThrowAnyException();
    }

    @Test
    void passWhenTheirViewShowsTheVersionOrALaterOne() {
        assertThatCode(() -> get(TOKEN, order + "@1, " + order + "@2", "Prefer", "wait=0"))
                .doesNotThrowAnyException();
    }

    @Test
    void waitForTheView() {
        var view = new ReadYourWrites(_ -> version.incrementAndGet() > 10);
        assertThatCode(() -> view.preHandle(
                        request(TOKEN, order + "@9", "Prefer", "respond-async, wait=30"), response(), this))
                .doesNotThrowAnyException();
        assertThat(version).hasValue(11);
    }

    @Test
    void saySoWhenTheirTimeIsOver() {
        assertThatThrownBy(() -> get(TOKEN, order + "@3", "Prefer", "wait=0"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(412);
                    assertThat(problem.getBody().getType()).hasToString("urn:millrace:problem:not-yet-visible");
                    assertThat(problem.getBody().getProperties()).containsEntry("token", order + "@3");
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                });
    }

    @Test
    void takeTokensAndPreferencesFromSeveralHeaders() {
        assertThatThrownBy(() ->
                        get(TOKEN, order + "@1", TOKEN, order + "@3", "Prefer", "respond-async", "Prefer", "wait=0"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().getProperties()).containsEntry("token", order + "@3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "no-uuid@1", "0198f000-0000-7000-8000-000000000001@0", "1-1-1-1-1@1"})
    void refuseWhatIsNoToken(String token) {
        assertThatThrownBy(() -> get(TOKEN, token))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }

    private void get(String... headers) throws Exception {
        reads.preHandle(request(headers), response(), this);
    }

    /** Name, value, name, value. */
    private static MockHttpServletRequest request(String... headers) {
        var request = new MockHttpServletRequest("GET", "/orders");
        for (var index = 0; index < headers.length; index += 2) {
            request.addHeader(headers[index], headers[index + 1]);
        }
        return request;
    }

    private static MockHttpServletResponse response() {
        return new MockHttpServletResponse();
    }
}
