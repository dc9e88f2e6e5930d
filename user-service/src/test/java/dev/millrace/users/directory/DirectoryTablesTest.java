package dev.millrace.users.directory;

import static dev.millrace.users.directory.Bodies.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserServiceTest
class DirectoryTablesTest {

    private final JdbcClient jdbc;
    private final IdempotencyKeys keys;

    @Autowired
    DirectoryTablesTest(JdbcClient jdbc, IdempotencyKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Test
    void changeCaptureSeesWholeRowsOfUsersAndTheOutboxAndNothingElse() {
        assertThat(jdbc.sql("select relreplident::text from pg_class where oid = 'users'::regclass")
                        .query(String.class)
                        .single())
                .isEqualTo("f");
        assertThat(jdbc.sql("select tablename from pg_publication_tables where pubname = 'millrace_users'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("users", "outbox");
    }

    @Test
    void forgetsOldKeysAndNoOthers() {
        var old = keyTakenAt(Instant.parse("2020-01-01T00:00:00Z"));
        var recent = keyTakenAt(Instant.parse("2020-01-03T00:00:00Z"));
        assertThat(keys.forgetBefore(Instant.parse("2020-01-02T00:00:00Z"))).isEqualTo(1);
        assertThat(keys.take(old, registration(Instant.EPOCH))).isEmpty();
        assertThat(keys.take(recent, registration(Instant.EPOCH))).isPresent();
    }

    private IdempotencyKey keyTakenAt(Instant time) {
        var key = new IdempotencyKey(newEmail(), "fingerprint");
        assertThat(keys.take(key, registration(time))).isEmpty();
        return key;
    }

    private static Registration registration(Instant at) {
        return new Registration(UUID.randomUUID(), at);
    }
}
