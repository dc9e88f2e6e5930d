package dev.millrace.users.directory;

import static dev.millrace.users.directory.Bodies.assertProblem;
import static dev.millrace.users.directory.Bodies.bodyOf;
import static dev.millrace.users.directory.Bodies.idIn;
import static dev.millrace.users.directory.Bodies.newEmail;
import static dev.millrace.users.directory.Bodies.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@UserServiceTest
class ChangesTest {

    private static final Map<String, String> STALE = Map.of("If-Match", "\"7\"");

    private final UsersClient users;
    private final String email = newEmail();

    ChangesTest(@LocalServerPort int port) {
        users = new UsersClient(port);
    }

    @Test
    void refusesToChangeAnEmailToOneThatIsTaken() {
        users.register(user(email, "Ada"));
        var grace = idIn(users.register(user(newEmail(), "Grace")));
        assertProblem(users.patch(grace, "{\"email\": \"" + email + "\"}"), CONFLICT, "email-taken");
    }

    @Test
    void replacesAUser() {
        var id = idIn(users.register(user(email, "Ada")));
        var answer = users.put(id, user(email, "Lovelace"), Map.of("If-Match", "\"1\""));
        assertThat(answer.getStatusCode()).isEqualTo(OK);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(bodyOf(answer).get("name").asString()).isEqualTo("Lovelace");
        assertThat(bodyOf(users.get(id))).isEqualTo(bodyOf(answer));
    }

    @Test
    void leavesTheVersionAloneWhenNothingChanges() {
        var first = users.register(user(email, "Ada"));
        assertThat(bodyOf(users.put(idIn(first), user(email, "Ada")))).isEqualTo(bodyOf(first));
        assertThat(bodyOf(users.patch(idIn(first), "{\"name\": \"Ada\"}"))).isEqualTo(bodyOf(first));
        assertThat(bodyOf(users.patch(idIn(first), "{}"))).isEqualTo(bodyOf(first));
    }

    @Test
    void refusesToWriteOverAVersionThatTheCallerHasNotRead() {
        var id = idIn(users.register(user(email, "Ada")));
        for (var answer : List.of(
                users.put(id, user(email, "X"), STALE),
                users.patch(id, "{\"name\": \"X\"}", STALE),
                users.delete(id, STALE))) {
            assertProblem(answer, PRECONDITION_FAILED, "stale-version");
            assertThat(bodyOf(answer).get("version").asLong()).isEqualTo(1);
        }
        assertProblem(users.put(UUID.randomUUID(), user(newEmail(), "X"), STALE), PRECONDITION_FAILED, "stale-version");
    }

    @Test
    void changesOnlyWhatAPatchSays() {
        var id = idIn(users.register(user(email, "Ada")));
        var patched = bodyOf(users.patch(id, "{\"name\": \"Lovelace\", \"country\": null}"));
        assertThat(patched.get("email").asString()).isEqualTo(email);
        assertThat(patched.get("name").asString()).isEqualTo("Lovelace");
        assertThat(patched.get("country").isNull()).isTrue();
        assertThat(patched.get("version").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | invalid-request",
                "{\"name\": \"\"} | invalid-request",
                "{\"name\": {}} | invalid-value",
                "{\"id\": \"8a0f1ec5-6a0e-4a07-9d37-3a1d0b7f8a11\"} | unknown-field",
                "[] | invalid-value",
            })
    void refusesAPatchThatLeadsToNoUser(String patch, String problem) {
        var id = idIn(users.register(user(email, "Ada")));
        assertProblem(users.patch(id, patch), BAD_REQUEST, problem);
        assertThat(bodyOf(users.get(id)).get("version").asLong()).isEqualTo(1);
    }

    @Test
    void neverBringsAnErasedUserBack() {
        var id = idIn(users.register(user(email, "Ada")));
        assertThat(users.delete(id).getStatusCode()).isEqualTo(NO_CONTENT);
        for (var answer :
                List.of(users.get(id), users.put(id, user(email, "Ada")), users.patch(id, "{}"), users.delete(id))) {
            assertProblem(answer, GONE, "user-erased");
        }
        assertThat(users.register(user(email, "Ada")).getStatusCode()).isEqualTo(CREATED);
    }
}
