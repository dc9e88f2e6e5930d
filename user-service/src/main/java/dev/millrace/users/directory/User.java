package dev.millrace.users.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of users; its version counts the changes from 1. */
@Entity
@Table(name = "users")
class User {

    @Id
    private UUID id;

    private String email;
    private String name;
    private @Nullable String country;

    @Version
    private long version = FIRST_VERSION;

    private Instant createdAt;
    private Instant updatedAt;

    static final long FIRST_VERSION = 1;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    User(UUID id, UserDetails details, Instant at) {
        this.id = id;
        this.email = details.email();
        this.name = details.name();
        this.country = details.country();
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** Leaves the user, and so its version, alone when nothing is different. */
    void change(UserDetails details, Instant at) {
        if (details.equals(details())) {
            return;
        }
        email = details.email();
        name = details.name();
        country = details.country();
        updatedAt = at;
    }

    UserDetails details() {
        return new UserDetails(email, name, country);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
