package dev.millrace.starter.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.Errors;
import org.springframework.web.ErrorResponseException;

/** An answer of RFC 9457 that ends a request; its type, urn:millrace:problem:slug, never changes once published. */
public final class Problem extends ErrorResponseException {

    private static final String TYPES = "urn:millrace:problem:";

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    public static Problem of(HttpStatus status, String slug, String title, String detail) {
        return new Problem(status, detail(status, slug, title, detail));
    }

    /** The same as a body, for a controller that answers rather than throws. */
    public static ProblemDetail detail(HttpStatus status, String slug, String title, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(type(slug));
        body.setTitle(title);
        return body;
    }

    static URI type(String slug) {
        return URI.create(TYPES + slug);
    }

    /** For values that the caller has to correct: says what is wrong with which field. */
    public static Problem invalid(Errors errors) {
        return invalid(InvalidValue.listOf(errors));
    }

    static Problem invalid(List<InvalidValue> errors) {
        return of(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", "Some values are not valid.")
                .with("errors", errors);
    }

    public Problem with(String property, Object value) {
        getBody().setProperty(property, value);
        return this;
    }

    public Problem retryAfter(Duration pause) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds()));
        return this;
    }

    /** A problem is an answer, not a bug: nobody reads its stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
