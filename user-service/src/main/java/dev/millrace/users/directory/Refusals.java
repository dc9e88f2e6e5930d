package dev.millrace.users.directory;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.millrace.starter.http.Problem;
import java.util.UUID;

/** Every reason why the directory does not do what it is asked for; a stale version is the starter's. */
final class Refusals {

    private Refusals() {}

    static Problem unknown(UUID id) {
        return Problem.of(NOT_FOUND, "user-not-found", "User not found", "There is no user " + id + ".");
    }

    static Problem erased(UUID id) {
        return Problem.of(GONE, "user-erased", "User erased", "The user " + id + " was erased; its id stays unused.");
    }

    static Problem emailTaken() {
        return Problem.of(CONFLICT, "email-taken", "E-mail taken", "Another user has this e-mail address.");
    }

    static Problem keyReused() {
        return Problem.of(
                UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency key reused",
                "This Idempotency-Key came with another request before.");
    }
}
