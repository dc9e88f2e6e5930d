package dev.millrace.users.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What the tests send and expect. */
final class Bodies {

    private Bodies() {}

    static String newEmail() {
        return "u" + UUID.randomUUID() + "@example.org";
    }

    static String user(String email, String name) {
        return """
                {"email": "%s", "name": "%s", "country": "Norway"}""".formatted(email, name);
    }

    static UUID idIn(ResponseEntity<JsonNode> answer) {
        return UUID.fromString(bodyOf(answer).get("id").asString());
    }

    static JsonNode bodyOf(ResponseEntity<JsonNode> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    static void assertProblem(ResponseEntity<JsonNode> answer, HttpStatus status, String slug) {
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(bodyOf(answer).get("type").asString()).isEqualTo("urn:millrace:problem:" + slug);
    }
}
