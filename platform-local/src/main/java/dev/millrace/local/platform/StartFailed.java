package dev.millrace.local.platform;

import dev.millrace.local.processes.Child;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A component did not come up; the message is meant for a person. */
public final class StartFailed extends RuntimeException {

    private StartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static StartFailed died(Child child) {
        return new StartFailed(
                "%s ended with exit code %d while it started.%n%s"
                        .formatted(child.name(), child.exitCode(), child.lastWords()),
                null);
    }

    static StartFailed tooSlow(Child child, Duration limit, @Nullable Exception reason) {
        var why = reason == null ? "" : " (" + reason + ")";
        return new StartFailed(
                "%s is not ready after %d seconds%s.%n%s"
                        .formatted(child.name(), limit.toSeconds(), why, child.lastWords()),
                reason);
    }

    static StartFailed because(Component component, Exception reason) {
        return new StartFailed("%s can't be started: %s".formatted(component.name(), sentence(reason)), reason);
    }

    /** Our own exceptions of input and output speak for themselves; others need their name. */
    private static String sentence(Exception reason) {
        return reason.getClass() == IOException.class ? String.valueOf(reason.getMessage()) : reason.toString();
    }
}
