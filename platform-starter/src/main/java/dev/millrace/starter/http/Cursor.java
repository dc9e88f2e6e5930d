package dev.millrace.starter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import java.util.Base64;
import java.util.List;

/** Where a page ends: the sort values of its last item, opaque to the caller. */
public record Cursor(List<String> position) {

    private static final String SEPARATOR = "\0";

    public Cursor {
        position = List.copyOf(position);
    }

    public static Cursor at(Object... position) {
        return new Cursor(List.of(position).stream().map(Object::toString).toList());
    }

    /** Ends the request with 400 when the text is no cursor of {@code size} sort values. */
    public static Cursor parse(String text, int size) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            var position = List.of(decoded.split(SEPARATOR, -1));
            if (position.size() == size) {
                return new Cursor(position);
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    /** For a value in the position that turns out not to parse. */
    public static Problem malformed() {
        return Problem.of(
                BAD_REQUEST, "malformed-cursor", "Malformed cursor", "Pass on the value of next as it was answered.");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, position).getBytes(UTF_8));
    }
}
