package dev.millrace.search;

import dev.millrace.users.changes.Source;
import dev.millrace.users.changes.UserChange;
import dev.millrace.users.changes.UserRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of one user's row, as cdc-connector writes them. */
public record Users(UUID id) {

    private static final Instant NOON = Instant.parse("2010-12-01T12:00:00Z");
    private static final Source SOURCE =
            new Source("postgresql", "users", "users", "public", "users", "false", NOON, 1L, 1L);

    public static Users any() {
        return new Users(UUID.randomUUID());
    }

    public UserChange created(String name) {
        return change(null, row(1, name), "c");
    }

    public UserChange renamed(long version, String from, String to) {
        return change(row(version - 1, from), row(version, to), "u");
    }

    /** The row as it was, for the last time. */
    public UserChange deleted(long version, String name) {
        return change(row(version, name), null, "d");
    }

    public UserRow row(long version, String name) {
        var email = name.replace(' ', '.') + "@example.com";
        return new UserRow(id, email, name, "France", version, NOON, NOON.plusSeconds(version));
    }

    private static UserChange change(@Nullable UserRow before, @Nullable UserRow after, String operation) {
        return new UserChange(before, after, SOURCE, operation, NOON);
    }
}
