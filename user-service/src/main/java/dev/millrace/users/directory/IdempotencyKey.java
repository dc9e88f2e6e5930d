package dev.millrace.users.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import dev.millrace.starter.http.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A caller's name for one request.
 *
 * @param fingerprint tells another request under the same name, without keeping what either says
 */
record IdempotencyKey(String text, String fingerprint) {

    private static final String FORM = "[\\x21-\\x7E]{1,200}";

    static @Nullable IdempotencyKey of(@Nullable String header, UserDetails details) {
        if (header == null) {
            return null;
        }
        if (!header.matches(FORM)) {
            throw Problem.of(
                    BAD_REQUEST,
                    "malformed-idempotency-key",
                    "Malformed Idempotency-Key",
                    "Idempotency-Key takes 1 to 200 printable ASCII characters without spaces.");
        }
        return new IdempotencyKey(header, fingerprint(details));
    }

    /** No value has control characters, so no two requests share a text. */
    private static String fingerprint(UserDetails details) {
        var text = String.join("\0", details.email(), details.name(), requireNonNullElse(details.country(), ""));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
