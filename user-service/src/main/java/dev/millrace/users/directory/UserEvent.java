package dev.millrace.users.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may hear of a user for ever: nothing that an erased user wants to be forgotten. */
sealed interface UserEvent {

    UUID userId();

    Instant at();

    record UserRegistered(
            UUID userId, long version, Instant at, @Nullable String country) implements UserEvent {

        static UserRegistered of(User user) {
            return new UserRegistered(
                    user.id(), user.version(), user.createdAt(), user.details().country());
        }
    }

    record EmailChanged(UUID userId, long version, Instant at) implements UserEvent {

        static EmailChanged of(User user) {
            return new EmailChanged(user.id(), user.version(), user.updatedAt());
        }
    }

    /** @param version the last one that the user had */
    record UserErased(UUID userId, long version, Instant at) implements UserEvent {}

    /** As the contracts name it. */
    default String type() {
        return switch (this) {
            case UserRegistered _ -> "UserRegistered";
            case EmailChanged _ -> "EmailChanged";
            case UserErased _ -> "UserErased";
        };
    }
}
