package dev.millrace.starter.http;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body, in words that give away nothing of the classes behind it. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        if (unreadable.contains(BodyTooLargeException.class)) {
            return BodyTooLargeException.problem();
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException e ->
                problem("unknown-field", "Unknown field", "This field is not known.")
                        .with("field", pathOf(e));
            case DatabindException e ->
                problem("invalid-value", "Invalid value", "This field does not take such a value.")
                        .with("field", pathOf(e));
            case JacksonException e ->
                problem("unreadable-body", "Unreadable body", "The body is not valid JSON.")
                        .with("line", e.getLocation().getLineNr())
                        .with("column", e.getLocation().getColumnNr());
            case null, default -> problem("unreadable-body", "Unreadable body", "A body is required.");
        };
    }

    private static Problem problem(String slug, String title, String detail) {
        return Problem.of(BAD_REQUEST, slug, title, detail);
    }

    /** Such as lines[0].quantity; empty for the body itself. */
    private static String pathOf(DatabindException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
