package dev.millrace.starter.http;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;

import java.io.IOException;

/** A body turned out longer than the service takes, while it was being read. */
final class BodyTooLargeException extends IOException {

    static Problem problem() {
        return Problem.of(CONTENT_TOO_LARGE, "body-too-large", "Body too large", "The body is longer than allowed.");
    }
}
