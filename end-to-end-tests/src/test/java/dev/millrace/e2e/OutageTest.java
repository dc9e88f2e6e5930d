package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final Duration RECOVERED = Duration.ofSeconds(90);

    private final UUID order = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final UUID customer = RunningPlatform.customer();
    private final List<String> away = new ArrayList<>();

    @AfterEach
    void bringBack() {
        away.forEach(RunningPlatform.get()::restart);
        away.clear();
    }

    @Test
    void takesOrdersWhileTheDatabaseIsAwayAndListsThemLater() {
        takeAway("postgresql");

        assertThat(placeOrder()).isEqualTo(201);
        assertThat(RunningPlatform.orders().get("/orders/" + order).status()).isEqualTo(200);
        assertThat(RunningPlatform.users()
                        .put("/users/" + user, Samples.user(user))
                        .status())
                .isEqualTo(503);

        bringBack();
        awaitFound(RunningPlatform.orders(), "/orders?customer=" + customer, order);
        await().atMost(RECOVERED)
                .until(() -> RunningPlatform.users()
                                .put("/users/" + user, Samples.user(user))
                                .status()
                        == 201);
        awaitFound(RunningPlatform.search(), "/search?q=" + Samples.word(user), user);
    }

    @Test
    void takesOrdersOfKnownCustomersWhileWhatTellsOfThemIsAway() {
        takeAway("user-service");
        takeAway("cdc-connector");

        assertThat(placeOrder()).isEqualTo(201);
    }

    @Test
    void takesOrdersAndUsersWhileTheIndexIsAwayAndFindsThemLater() {
        takeAway("elasticsearch");

        assertThat(placeOrder()).isEqualTo(201);
        assertThat(RunningPlatform.users()
                        .put("/users/" + user, Samples.user(user))
                        .status())
                .isEqualTo(201);
        assertThat(RunningPlatform.search().get("/search?q=anything").status()).isEqualTo(503);

        bringBack();
        awaitFound(RunningPlatform.search(), "/search?q=" + Samples.word(order), order);
        awaitFound(RunningPlatform.search(), "/search?q=" + Samples.word(user), user);
    }

    @Test
    void goesOnWithoutTheSchemaRegistryOnceSchemasAreKnown() {
        assertThat(placeOrder()).isIn(200, 201);
        takeAway("schema-registry");

        assertThat(RunningPlatform.orders()
                        .post("/orders/" + order + "/cancellation", "{}")
                        .status())
                .isIn(200, 503);

        bringBack();
        awaitFound(RunningPlatform.search(), "/search?q=" + Samples.word(order), order);
    }

    @Test
    @Tag("one-broker")
    void neitherLosesNorClaimsAnOrderWhileKafkaIsAway() {
        takeAway("kafka");
        var key = UUID.randomUUID().toString();

        var answer = place(key);
        assertThat(answer.status()).isIn(202, 503);

        bringBack();
        await().atMost(RECOVERED).until(() -> place(key).status() / 100 == 2 && !accepted(place(key)));
        awaitFound(RunningPlatform.search(), "/search?q=" + Samples.word(order), order);
    }

    private static boolean accepted(Api.Answer answer) {
        return answer.status() == 202;
    }

    private Api.Answer place(String key) {
        return RunningPlatform.orders()
                .put("/orders/" + order, Samples.order(customer, Samples.word(order)), "Idempotency-Key", key);
    }

    private int placeOrder() {
        return place(UUID.randomUUID().toString()).status();
    }

    private void takeAway(String name) {
        away.add(name);
        RunningPlatform.get().kill(name);
    }

    private static void awaitFound(Api api, String path, UUID id) {
        await().atMost(RECOVERED)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(api.get(path).json().toString()).contains(id.toString()));
    }
}
