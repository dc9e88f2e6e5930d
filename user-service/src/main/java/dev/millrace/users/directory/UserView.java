package dev.millrace.users.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as callers see it. */
record UserView(
        UUID id,
        String email,
        String name,
        @Nullable String country,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static UserView of(User user) {
        return of(user.id(), user.details(), user.version(), user.createdAt(), user.updatedAt());
    }

    /** A user just as it was registered, whatever has become of it since. */
    static UserView of(Registration registration, UserDetails details) {
        return of(registration.userId(), details, User.FIRST_VERSION, registration.at(), registration.at());
    }

    private static UserView of(UUID id, UserDetails details, long version, Instant createdAt, Instant updatedAt) {
        return new UserView(id, details.email(), details.name(), details.country(), version, createdAt, updatedAt);
    }
}
