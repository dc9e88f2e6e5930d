package dev.millrace.starter.http;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a read that carries a {@link ConsistencyToken} wait until its view shows what was written: for as many seconds as its
 * {@code Prefer: wait=N} says (RFC 7240), 30 at most, 5 when it says nothing. Then it answers that the write is not visible yet.
 */
public final class ReadYourWrites implements HandlerInterceptor {

    private static final Duration SHORTEST_POLL = Duration.ofMillis(10);
    private static final Duration LONGEST_POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long DEFAULT_SECONDS = 5;
    private static final long MOST_SECONDS = 30;
    private static final int MOST_WAITING = 200;
    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[\\s,;])wait\\s*=\\s*\"?(\\d{1,9})");

    private final Visibility view;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    public ReadYourWrites(Visibility view) {
        this.view = view;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        var tokens = lines(request, ConsistencyToken.HEADER);
        if (tokens != null && HttpMethod.GET.matches(request.getMethod())) {
            await(ConsistencyToken.parse(tokens), limit(lines(request, "Prefer")));
        }
        return true;
    }

    /** A header that comes several times means the same as one with commas (RFC 9110). */
    private static @Nullable String lines(HttpServletRequest request, String header) {
        var lines = Collections.list(request.getHeaders(header));
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    private void await(List<ConsistencyToken> tokens, Duration limit) throws Exception {
        if (hidden(tokens).isEmpty()) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw Problem.of(SERVICE_UNAVAILABLE, "busy", "Busy", "Too many reads wait for what was written.")
                    .retryAfter(PAUSE);
        }
        try {
            look(tokens, System.nanoTime() + limit.toNanos());
        } finally {
            waiting.release();
        }
    }

    /** Ever more rarely, so that what will never be visible costs little. */
    private void look(List<ConsistencyToken> tokens, long deadline) throws Exception {
        var pause = SHORTEST_POLL;
        for (var hidden = hidden(tokens); hidden.isPresent(); hidden = hidden(tokens)) {
            if (System.nanoTime() - deadline >= 0) {
                throw notYetVisible(hidden.get());
            }
            Thread.sleep(pause);
            pause = pause.compareTo(LONGEST_POLL) < 0 ? pause.multipliedBy(2) : LONGEST_POLL;
        }
    }

    private Optional<ConsistencyToken> hidden(List<ConsistencyToken> tokens) throws Exception {
        for (var token : tokens) {
            if (!view.shows(token)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    private static Duration limit(@Nullable String preferences) {
        var wait = WAIT.matcher(preferences == null ? "" : preferences);
        return Duration.ofSeconds(
                wait.find() ? Math.min(MOST_SECONDS, Long.parseLong(wait.group(1))) : DEFAULT_SECONDS);
    }

    private static Problem notYetVisible(ConsistencyToken token) {
        return Problem.of(
                        PRECONDITION_FAILED,
                        "not-yet-visible",
                        "Not yet visible",
                        "What was written is not visible here yet: ask again, or without %s for what is."
                                .formatted(ConsistencyToken.HEADER))
                .with("token", token.toString())
                .retryAfter(PAUSE);
    }
}
