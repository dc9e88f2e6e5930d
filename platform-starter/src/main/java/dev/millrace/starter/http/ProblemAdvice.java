package dev.millrace.starter.http;

import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.millrace.starter.outages.Outages;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever ends a request early into a problem of RFC 9457 with a type of ours. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** What no handler above knows: an outage that will pass, or a bug of ours whose insides stay inside. */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> handleFailure(Exception failure, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        var problem = Outages.caused(failure) ? outage(failure) : bug(failure);
        return handleExceptionInternal(problem, null, problem.getHeaders(), problem.getStatusCode(), request);
    }

    private static Problem outage(Exception failure) {
        log.atWarn().setCause(failure).log("A request was refused because of an outage");
        return Problem.of(
                        SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "Service unavailable",
                        "Something this service depends on is away: try again.")
                .retryAfter(PAUSE);
    }

    private static Problem bug(Exception failure) {
        log.atError().setCause(failure).log("A request failed");
        return Problem.of(INTERNAL_SERVER_ERROR, "internal-error", "Internal error", "The service failed.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(invalid, Problem.invalid(invalid.getBindingResult()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (invalid.isForReturnValue()) {
            return handleFailure(new IllegalStateException("The answer is not valid", invalid), request);
        }
        return answer(invalid, Problem.invalid(InvalidValue.listOf(invalid)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(unreadable, UnreadableBody.problem(unreadable), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        missing.getBody().setDetail("There is nothing at this path.");
        return super.handleNoResourceFoundException(missing, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(Exception failure, Problem problem, WebRequest request) {
        return handleExceptionInternal(
                failure, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && isUntyped(problem)) {
            problem.setType(Problem.type(slugOf(status)));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static boolean isUntyped(ProblemDetail problem) {
        return problem.getType() == null || problem.getType().equals(URI.create("about:blank"));
    }

    static String slugOf(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
