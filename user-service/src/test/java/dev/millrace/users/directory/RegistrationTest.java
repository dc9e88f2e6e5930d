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
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@UserServiceTest
class RegistrationTest {

    private final UsersClient users;
    private final String email = newEmail();

    RegistrationTest(@LocalServerPort int port) {
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
    void makesAUserUnderAnIdOfTheCallers() {
        var id = UUID.randomUUID();
        var answer = users.put(id, user(email, "Ada"));
        assertThat(answer.getStatusCode()).isEqualTo(CREATED);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(idIn(answer)).isEqualTo(id);
    }
}
