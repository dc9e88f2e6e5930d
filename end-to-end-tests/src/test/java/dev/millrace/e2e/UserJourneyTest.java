package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID user = UUID.randomUUID();

    @Test
    void findsAUserByWhatItIsCalledNow() {
        create();
        awaitHits(Samples.word(user), 1);
        var newName = Samples.word(UUID.randomUUID());

        assertThat(RunningPlatform.users()
                        .patch("/users/" + user, "{\"name\": \"" + newName + "\"}")
                        .status())
                .isEqualTo(200);

        awaitHits(newName, 1);
        awaitHits(Samples.word(user), 0);
    }

    @Test
    void forgetsAUserThatWasDeleted() {
        create();
        awaitHits(Samples.word(user), 1);

        assertThat(RunningPlatform.users().delete("/users/" + user).status()).isEqualTo(204);

        awaitHits(Samples.word(user), 0);
        assertThat(RunningPlatform.users().get("/users/" + user).status()).isEqualTo(410);
    }

    private void create() {
        assertThat(RunningPlatform.users()
                        .put("/users/" + user, Samples.user(user))
                        .status())
                .isEqualTo(201);
    }

    private static void awaitHits(String word, int hits) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(RunningPlatform.search()
                                .get("/search?type=user&q=" + word)
                                .json()
                                .path("items")
                                .size())
                        .isEqualTo(hits));
    }
}
