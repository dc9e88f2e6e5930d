package dev.millrace.users.directory;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.millrace.starter.http.Cursor;
import dev.millrace.starter.http.IfMatch;
import dev.millrace.starter.http.Page;
import dev.millrace.starter.http.Problem;
import dev.millrace.users.directory.UserEvent.EmailChanged;
import dev.millrace.users.directory.UserEvent.UserErased;
import dev.millrace.users.directory.UserEvent.UserRegistered;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that can be done with users, each in one transaction. A write that met another one at the same time starts
 * over and judges by what the other has left.
 */
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 4, delay = 10, jitter = 10)
class UserDirectory {

    private final Users users;
    private final ErasedUsers erasedUsers;
    private final IdempotencyKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    UserDirectory(Users users, ErasedUsers erasedUsers, IdempotencyKeys keys, Outbox outbox, Clock clock) {
        this.users = users;
        this.erasedUsers = erasedUsers;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    UserView register(UserDetails details, @Nullable IdempotencyKey key) {
        var registration = new Registration(ids.generate(), now());
        return earlier(registration, key)
                .map(first -> UserView.of(first, details))
                .orElseGet(() -> add(registration, details));
    }

    /** Makes the user what {@code details} say, and makes it at all where there is none. */
    Stored store(UUID id, UserDetails details, IfMatch ifMatch) {
        var user = users.findToWrite(id);
        if (user.isPresent()) {
            return new Stored(change(user.get(), details, ifMatch), false);
        }
        requireNeverErased(id);
        ifMatch.require(0);
        return new Stored(add(new Registration(id, now()), details), true);
    }

    UserView change(UUID id, UnaryOperator<UserDetails> change, IfMatch ifMatch) {
        var user = existingToWrite(id);
        return change(user, change.apply(user.details()), ifMatch);
    }

    void erase(UUID id, IfMatch ifMatch) {
        var user = existingToWrite(id);
        ifMatch.require(user.version());
        var at = now();
        users.remove(user);
        erasedUsers.add(id, at);
        outbox.add(new UserErased(id, user.version(), at));
    }

    @Transactional(readOnly = true)
    UserView get(UUID id) {
        return UserView.of(users.find(id).orElseThrow(() -> absent(id)));
    }

    @Transactional(readOnly = true)
    Optional<UserView> findByEmail(String email) {
        return users.findByEmail(email).map(UserView::of);
    }

    @Transactional(readOnly = true)
    Page<UserView> list(@Nullable UUID after, int limit) {
        return Page.of(users.findAfter(after, limit + 1), limit, user -> Cursor.at(user.id()))
                .map(UserView::of);
    }

    private Optional<Registration> earlier(Registration registration, @Nullable IdempotencyKey key) {
        return key == null ? Optional.empty() : keys.take(key, registration);
    }

    private UserView add(Registration registration, UserDetails details) {
        var user = users.add(new User(registration.userId(), details, registration.at()));
        outbox.add(UserRegistered.of(user));
        return UserView.of(user);
    }

    private UserView change(User user, UserDetails details, IfMatch ifMatch) {
        ifMatch.require(user.version());
        var email = user.details().email();
        user.change(details, now());
        users.write(user);
        if (!email.equals(user.details().email())) {
            outbox.add(EmailChanged.of(user));
        }
        return UserView.of(user);
    }

    private User existingToWrite(UUID id) {
        return users.findToWrite(id).orElseThrow(() -> absent(id));
    }

    private Problem absent(UUID id) {
        return erasedUsers.contain(id) ? Refusals.erased(id) : Refusals.unknown(id);
    }

    /** Asked after the user was not found: an erasure that has just taken it away is in sight by then. */
    private void requireNeverErased(UUID id) {
        if (erasedUsers.contain(id)) {
            throw Refusals.erased(id);
        }
    }

    /** As fine as PostgreSQL keeps it, so that an answer is equal to what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
