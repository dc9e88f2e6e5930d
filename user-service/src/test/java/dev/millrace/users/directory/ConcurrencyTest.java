package dev.millrace.users.directory;

import static dev.millrace.users.directory.Bodies.bodyOf;
import static dev.millrace.users.directory.Bodies.idIn;
import static dev.millrace.users.directory.Bodies.newEmail;
import static dev.millrace.users.directory.Bodies.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

@UserServiceTest
class ConcurrencyTest {

    private static final int CALLERS = 6;

    private final UsersClient users;
    private final String email = newEmail();

    ConcurrencyTest(@LocalServerPort int port) {
        users = new UsersClient(port);
    }

    @RepeatedTest(3)
    void oneOfManyGetsAnEmail() throws Exception {
        var answers = atOnce(i -> users.register(user(email, "name " + i)));
        assertThat(statusesOf(answers)).containsOnlyOnce(CREATED).containsOnly(CREATED, CONFLICT);
    }

    @RepeatedTest(3)
    void aRequestThatIsRepeatedAtOnceMakesOneUser() throws Exception {
        var key = Map.of("Idempotency-Key", newEmail());
        var answers = atOnce(_ -> users.register(user(email, "Ada"), key));
        assertThat(answers).extracting(Bodies::bodyOf).containsOnly(bodyOf(answers.getFirst()));
        assertThat(statusesOf(answers)).containsOnly(CREATED);
    }

    @RepeatedTest(3)
    void everyUnconditionalChangeCounts() throws Exception {
        var id = idIn(users.register(user(email, "Ada")));
        var answers = atOnce(i -> users.patch(id, "{\"name\": \"name " + i + "\"}"));
        assertThat(statusesOf(answers)).containsOnly(OK);
        assertThat(bodyOf(users.get(id)).get("version").asLong()).isEqualTo(1 + CALLERS);
    }

    @RepeatedTest(3)
    void oneOfManyChangesTheVersionThatAllHaveRead() throws Exception {
        var id = idIn(users.register(user(email, "Ada")));
        var read = Map.of("If-Match", "\"1\"");
        var answers = atOnce(i -> users.patch(id, "{\"name\": \"name " + i + "\"}", read));
        assertThat(statusesOf(answers)).containsOnlyOnce(OK).containsOnly(OK, PRECONDITION_FAILED);
        assertThat(bodyOf(users.get(id)).get("version").asLong()).isEqualTo(2);
    }

    @RepeatedTest(3)
    void oneOfManyMakesAUserAndTheOthersReplaceIt() throws Exception {
        var id = UUID.randomUUID();
        var answers = atOnce(i -> users.put(id, user(email, "name " + i)));
        assertThat(statusesOf(answers)).containsOnlyOnce(CREATED).containsOnly(CREATED, OK);
        assertThat(bodyOf(users.get(id)).get("version").asLong()).isEqualTo(CALLERS);
    }

    @RepeatedTest(3)
    void aUserThatIsErasedWhileOthersStoreItStaysErased() throws Exception {
        var id = idIn(users.register(user(email, "Ada")));
        var answers = atOnce(i -> i == 0 ? users.delete(id) : users.put(id, user(email, "name " + i)));
        assertThat(statusesOf(answers)).containsOnlyOnce(NO_CONTENT).isSubsetOf(NO_CONTENT, OK, GONE);
        assertThat(users.get(id).getStatusCode()).isEqualTo(GONE);
    }

    private static List<HttpStatusCode> statusesOf(List<ResponseEntity<JsonNode>> answers) {
        return answers.stream().map(ResponseEntity::getStatusCode).toList();
    }

    private static List<ResponseEntity<JsonNode>> atOnce(IntFunction<ResponseEntity<JsonNode>> call) throws Exception {
        var together = new CountDownLatch(CALLERS);
        var answers = new ArrayList<ResponseEntity<JsonNode>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(calls(call, together))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static List<Callable<ResponseEntity<JsonNode>>> calls(
            IntFunction<ResponseEntity<JsonNode>> call, CountDownLatch together) {
        return IntStream.range(0, CALLERS)
                .mapToObj(i -> (Callable<ResponseEntity<JsonNode>>) () -> {
                    together.countDown();
                    together.await();
                    return call.apply(i);
                })
                .toList();
    }
}
