package dev.millrace.orderservice.ordering;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.millrace.starter.http.IfMatch;
import dev.millrace.starter.http.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.WebRequest;

/**
 * What every command says beside its contents.
 *
 * @param commandId the caller's Idempotency-Key; otherwise an id of our own
 * @param correlationId the caller's X-Correlation-Id; otherwise the command's id
 * @param actor who asks, as X-Actor says; null where nobody is named
 * @param expectedVersion from If-Match
 */
record Envelope(
        UUID orderId,
        UUID commandId,
        String correlationId,
        @Nullable String actor,
        @Nullable Long expectedVersion,
        Instant at) {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String CORRELATION_ID = "X-Correlation-Id";
    static final String ACTOR = "X-Actor";

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WORDS = Pattern.compile("[\\x21-\\x7E]{1,128}");

    static Envelope of(UUID orderId, WebRequest request, Instant at) {
        var commandId = commandId(request.getHeader(IDEMPOTENCY_KEY));
        return new Envelope(
                orderId,
                commandId,
                correlationId(request.getHeader(CORRELATION_ID), commandId),
                actor(request.getHeader(ACTOR)),
                IfMatch.parse(request.getHeader(HttpHeaders.IF_MATCH)).expectedVersion(),
                at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static UUID commandId(@Nullable String key) {
        if (key == null) {
            return IDS.generate();
        }
        if (!UUIDS.matcher(key).matches()) {
            throw Problem.of(
                    BAD_REQUEST,
                    "malformed-idempotency-key",
                    "Malformed Idempotency-Key",
                    "Idempotency-Key is a UUID.");
        }
        return UUID.fromString(key);
    }

    private static String correlationId(@Nullable String header, UUID commandId) {
        return header == null ? commandId.toString() : word(CORRELATION_ID, header, "malformed-correlation-id");
    }

    private static @Nullable String actor(@Nullable String header) {
        return header == null ? null : word(ACTOR, header, "malformed-actor");
    }

    private static String word(String name, String header, String slug) {
        if (!WORDS.matcher(header).matches()) {
            throw Problem.of(
                    BAD_REQUEST,
                    slug,
                    "Malformed " + name,
                    name + " has 1 to 128 printable ASCII characters and no blanks.");
        }
        return header;
    }
}
