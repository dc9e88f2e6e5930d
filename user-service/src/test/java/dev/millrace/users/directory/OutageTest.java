package dev.millrace.users.directory;

import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.users.directory.Bodies.assertProblem;
import static dev.millrace.users.directory.Bodies.idIn;
import static dev.millrace.users.directory.Bodies.newEmail;
import static dev.millrace.users.directory.Bodies.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.millrace.local.engines.TestEngines;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

@UserServiceTest
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestEngines engines = TestEngines.start(POSTGRESQL);
    private final UsersClient users;

    OutageTest(@LocalServerPort int port) {
        users = new UsersClient(port);
    }

    @Test
    @Timeout(120)
    void answersSoonThatItCannotWhileTheDatabaseHangs() {
        var ada = idIn(users.register(user(newEmail(), "Ada")));
        engines.pause(POSTGRESQL);
        try {
            assertAnswersSoonThatItCannot(ada);
        } finally {
            engines.resume(POSTGRESQL);
        }
        untilItAnswers(ada);
    }

    @Test
    @Timeout(120)
    void goesOnByItselfWhenTheDatabaseComesBack() {
        var ada = idIn(users.register(user(newEmail(), "Ada")));
        engines.kill(POSTGRESQL);
        assertAnswersSoonThatItCannot(ada);
        engines.restart(POSTGRESQL);
        untilItAnswers(ada);
        assertThat(users.patch(ada, "{\"name\": \"Lovelace\"}").getStatusCode()).isEqualTo(OK);
    }

    private void assertAnswersSoonThatItCannot(UUID id) {
        for (var i = 0; i < 3; i++) {
            var asked = System.nanoTime();
            var answer = users.get(id);
            assertProblem(answer, SERVICE_UNAVAILABLE, "service-unavailable");
            assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private void untilItAnswers(UUID id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(users.get(id).getStatusCode()).isEqualTo(OK));
    }
}
