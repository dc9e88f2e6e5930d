package dev.millrace.users.directory;

import static dev.millrace.users.directory.Bodies.assertProblem;
import static dev.millrace.users.directory.Bodies.bodyOf;
import static dev.millrace.users.directory.Bodies.newEmail;
import static dev.millrace.users.directory.Bodies.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@UserServiceTest
class LookupTest {

    private final UsersClient users;
    private final String email = newEmail();

    LookupTest(@LocalServerPort int port) {
        users = new UsersClient(port);
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

    @Test
    void knowsNoUserThatNeverWas() {
        var id = UUID.randomUUID();
        for (var answer : List.of(users.get(id), users.patch(id, "{}"), users.delete(id))) {
            assertProblem(answer, NOT_FOUND, "user-not-found");
        }
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
