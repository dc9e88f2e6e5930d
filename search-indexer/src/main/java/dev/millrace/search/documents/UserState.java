package dev.millrace.search.documents;

import dev.millrace.users.changes.UserChange;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Where a change leaves a user. */
public sealed interface UserState {

    UUID id();

    long version();

    /** There is such a user. */
    record Present(UserDocument document) implements UserState {

        @Override
        public UUID id() {
            return document.id();
        }

        @Override
        public long version() {
            return document.version();
        }
    }

    /** There is no such user any more; the deletion itself counts as a version. */
    record Erased(UUID id, long version) implements UserState {}

    /** Null for a record that changes no user. */
    static @Nullable UserState after(@Nullable SpecificRecord record) {
        if (!(record instanceof UserChange change)) {
            return null;
        }
        var after = change.getAfter();
        if (after != null) {
            return new Present(UserDocument.of(after));
        }
        var before = change.getBefore();
        return before == null ? null : new Erased(before.getId(), before.getVersion() + 1);
    }

    /** The later of two states of one user, whichever order they were delivered in. */
    static UserState later(UserState one, UserState other) {
        return one.version() > other.version() ? one : other;
    }
}
