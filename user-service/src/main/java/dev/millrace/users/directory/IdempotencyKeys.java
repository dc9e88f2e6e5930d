package dev.millrace.users.directory;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys under which users were registered: the same request under the same key gets the same answer. */
@Repository
class IdempotencyKeys {

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a key for a registration, or tells which one has taken it before. Waits for a transaction that takes the
     * same key at the same time; a key goes free again when its transaction fails.
     */
    Optional<Registration> take(IdempotencyKey key, Registration registration) {
        var taken = jdbc.sql("insert into idempotency_keys values (?, ?, ?, ?) on conflict (key) do nothing")
                .params(
                        key.text(),
                        key.fingerprint(),
                        registration.userId(),
                        registration.at().atOffset(UTC))
                .update();
        return taken == 1 ? Optional.empty() : Optional.of(earlier(key));
    }

    int forgetBefore(Instant time) {
        return jdbc.sql("delete from idempotency_keys where taken_at < ?")
                .param(time.atOffset(UTC))
                .update();
    }

    private Registration earlier(IdempotencyKey key) {
        return jdbc.sql("select user_id, taken_at from idempotency_keys where key = ? and fingerprint = ?")
                .params(key.text(), key.fingerprint())
                .query((row, _) -> registration(row))
                .optional()
                .orElseThrow(Refusals::keyReused);
    }

    private static Registration registration(ResultSet row) throws SQLException {
        var at = row.getObject("taken_at", OffsetDateTime.class).toInstant();
        return new Registration(row.getObject("user_id", UUID.class), at);
    }
}
