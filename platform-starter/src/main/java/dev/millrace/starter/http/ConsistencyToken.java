package dev.millrace.starter.http;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a write answers, and a read takes: the entity that was written, and its version since. It names an event, not a position, so every
 * view understands it.
 */
public record ConsistencyToken(UUID entity, long version) {

    /** A read may carry several, with commas between them. */
    public static final String HEADER = "Consistency-Token";

    private static final int MOST = 20;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})@([1-9]\\d{0,17})\\s*");

    /** Ends the request with 400 when the text is none. */
    static List<ConsistencyToken> parse(String header) {
        var tokens = header.split(",", MOST + 1);
        if (tokens.length > MOST) {
            throw malformed();
        }
        return Stream.of(tokens).map(ConsistencyToken::token).toList();
    }

    private static ConsistencyToken token(String text) {
        var token = TOKEN.matcher(text);
        if (!token.matches()) {
            throw malformed();
        }
        return new ConsistencyToken(UUID.fromString(token.group(1)), Long.parseLong(token.group(2)));
    }

    private static Problem malformed() {
        return Problem.of(
                BAD_REQUEST,
                "malformed-token",
                "Malformed token",
                "Pass on the values of %s as writes have answered them, %d at most.".formatted(HEADER, MOST));
    }

    @Override
    public String toString() {
        return entity + "@" + version;
    }
}
