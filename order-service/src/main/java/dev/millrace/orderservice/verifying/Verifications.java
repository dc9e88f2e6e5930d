package dev.millrace.orderservice.verifying;

import static dev.millrace.orderservice.verifying.VerificationState.CANCELLED;
import static dev.millrace.orderservice.verifying.VerificationState.FAILED;
import static dev.millrace.orderservice.verifying.VerificationState.FINISHED;
import static java.util.Objects.requireNonNullElse;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.starter.http.Problem;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The verification that runs, or was the last to run; it ends with the process. */
@Component
final class Verifications implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final Verifier verifier;
    private final VerificationProperties properties;
    private @Nullable Verification last;

    Verifications(Verifier verifier, VerificationProperties properties) {
        this.verifier = verifier;
        this.properties = properties;
    }

    synchronized Verification start(UUID id, @Nullable Integer eventsPerSecond) {
        if (last != null && last.isRunning()) {
            throw running();
        }
        var pace = new Pace(requireNonNullElse(eventsPerSecond, properties.eventsPerSecond()));
        var started = new Verification(id, pace, InstantSource.system());
        Thread.ofPlatform().name("verification").daemon().start(() -> run(started));
        last = started;
        return started;
    }

    synchronized Verification find(UUID id) {
        return Optional.ofNullable(last).filter(found -> found.id().equals(id)).orElseThrow(Verifications::unknown);
    }

    void cancel(UUID id) {
        if (!find(id).end(CANCELLED, null)) {
            throw over();
        }
    }

    @Override
    public synchronized void destroy() {
        if (last != null) {
            last.end(CANCELLED, "The service stops.");
        }
    }

    private void run(Verification verification) {
        try {
            verifier.verify(verification);
            verification.end(FINISHED, null);
        } catch (CancellationException _) {
            log.atInfo().log("A verification was cancelled");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("A verification failed");
            verification.end(FAILED, e.getMessage());
        }
    }

    private static Problem unknown() {
        return Problem.of(
                NOT_FOUND, "verification-not-found", "Verification not found", "There is no such verification here.");
    }

    private static Problem running() {
        return Problem.of(
                CONFLICT, "verification-running", "Verification running", "One is running: wait, or cancel that.");
    }

    private static Problem over() {
        return Problem.of(
                CONFLICT,
                "verification-over",
                "Verification over",
                "The verification has ended: nothing can be cancelled.");
    }
}
