package dev.millrace.search.documents;

import dev.millrace.users.changes.UserRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as people look for them: the row as it stood after its last change. */
public record UserDocument(
        UUID id,
        long version,
        String email,
        String name,
        @Nullable String country,
        Instant createdAt,
        Instant updatedAt)
        implements Document {

    static UserDocument of(UserRow row) {
        return new UserDocument(
                row.getId(),
                row.getVersion(),
                row.getEmail(),
                row.getName(),
                row.getCountry(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
