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
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@UserServiceTest
class UserHttpTest {

    private static final Map<String, String> STALE = Map.of("If-Match", "\"7\"");

    private final UsersClient users;
    private final String email = newEmail();

    UserHttpTest(@LocalServerPort int port) {
        users = new UsersClient(port);
    }

    @Test
    void registersAUser() {
        var answer = users.register(user(email, "Ada"));
        assertThat(answer.getStatusCode()).isEqualTo(CREATED);
        assertThat(answer.getHeaders().getLocation()).hasPath("/users/" + idIn(answer));
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(idIn(answer).version()).isEqualTo(7);
        assertThat(bodyOf(users.get(idIn(answer)))).isEqualTo(bodyOf(answer));
    }

    @Test
    void refusesAnEmailThatDiffersFromAnotherOnlyInCase() {
        users.register(user(email, "Ada"));
        assertProblem(users.register(user(email.toUpperCase(Locale.ROOT), "Grace")), CONFLICT, "email-taken");
    }

    @Test
    void refusesToChangeAnEmailToOneThatIsTaken() {
        users.register(user(email, "Ada"));
        var grace = idIn(users.register(user(newEmail(), "Grace")));
        assertProblem(users.patch(grace, "{\"email\": \"" + email + "\"}"), CONFLICT, "email-taken");
    }

    @Test
    void answersARepeatedRequestTheSameAgain() {
        var key = Map.of("Idempotency-Key", newEmail());
        var first = users.register(user(email, "Ada"), key);
        users.patch(idIn(first), "{\"name\": \"Lovelace\"}");
        var second = users.register(user(email, "Ada"), key);
        assertThat(second.getStatusCode()).isEqualTo(CREATED);
        assertThat(second.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(bodyOf(second)).isEqualTo(bodyOf(first));
    }

    @Test
    void refusesAnotherRequestUnderAKnownKey() {
        var key = Map.of("Idempotency-Key", newEmail());
        users.register(user(email, "Ada"), key);
        assertProblem(users.register(user(email, "Grace"), key), UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }

    @Test
    void letsAKeyBeUsedAgainAfterARefusal() {
        var key = Map.of("Idempotency-Key", newEmail());
        users.register(user(email, "Ada"));
        assertProblem(users.register(user(email, "Grace"), key), CONFLICT, "email-taken");
        assertThat(users.register(user(newEmail(), "Grace"), key).getStatusCode())
                .isEqualTo(CREATED);
    }

    @Test
    void refusesAMalformedKey() {
        var key = Map.of("Idempotency-Key", "two words");
        assertProblem(users.register(user(email, "Ada"), key), BAD_REQUEST, "malformed-idempotency-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"no address\", \"name\": \"Ada\"} | email",
                "{\"email\": \"a@example.org\", \"name\": \" \"} | name",
                "{\"email\": \"a@example.org\"} | name",
                "{\"email\": \"a@example.org\", \"name\": \"A\\u0000a\"} | name",
                "{\"email\": \"a@example.org\", \"name\": \"Ada\", \"country\": \"\"} | country",
            })
    void namesTheFieldThatIsNotValid(String body, String field) {
        var answer = users.register(body);
        assertProblem(answer, BAD_REQUEST, "invalid-request");
        assertThat(bodyOf(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"a@example.org\", \"name\": \"Ada\", \"admin\": true} | unknown-field",
                "{\"email\": \"a@example.org\", \"name\": [\"Ada\"]} | invalid-value",
                "{\"email\": | unreadable-body",
            })
    void refusesABodyThatIsNoUser(String body, String problem) {
        assertProblem(users.register(body), BAD_REQUEST, problem);
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
    void makesAUserUnderAnIdOfTheCallers() {
        var id = UUID.randomUUID();
        var answer = users.put(id, user(email, "Ada"));
        assertThat(answer.getStatusCode()).isEqualTo(CREATED);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(idIn(answer)).isEqualTo(id);
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

    @Test
    void knowsNoUserThatNeverWas() {
        var id = UUID.randomUUID();
        for (var answer : List.of(users.get(id), users.patch(id, "{}"), users.delete(id))) {
            assertProblem(answer, NOT_FOUND, "user-not-found");
        }
    }

    @Test
    void findsAUserByEmailWhateverItsCase() {
        var ada = bodyOf(users.register(user(email, "Ada")));
        var found = bodyOf(users.get("/users?email=" + email.toUpperCase(Locale.ROOT)));
        assertThat(found.get("items").values()).containsExactly(ada);
        assertThat(bodyOf(users.get("/users?email=" + newEmail())).get("items").isEmpty())
                .isTrue();
    }

    @Test
    void showsEveryUserOnceOnPagesOfAnySize() {
        for (var i = 0; i < 7; i++) {
            users.register(user(newEmail(), "Ada"));
        }
        var small = idsOnPagesOf(3);
        assertThat(small).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);
        assertThat(small).isEqualTo(idsOnPagesOf(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users?limit=0", "/users?limit=501", "/users?cursor=x", "/users/1", "/users?limit=many"})
    void refusesQueriesThatMeanNothing(String path) {
        assertThat(users.get(path).getStatusCode()).isEqualTo(BAD_REQUEST);
    }

    private List<String> idsOnPagesOf(int limit) {
        var ids = new ArrayList<String>();
        for (var next = ""; next != null; ) {
            var page = bodyOf(users.get("/users?limit=" + limit + next));
            page.get("items").forEach(user -> ids.add(user.get("id").asString()));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asString();
        }
        return ids;
    }
}
