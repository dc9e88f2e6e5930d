package dev.millrace.local.platform;

import dev.millrace.local.processes.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component did not come up; the message is meant for a person. */
public final class StartFailed extends RuntimeException {

    private static final int LINES = 20;

    private StartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static StartFailed died(Child child) {
        return new StartFailed(
                "%s ended with exit code %d while it started.%n%s"
                        .formatted(child.name(), child.exitCode(), lastWordsOf(child)),
                null);
    }

    static StartFailed tooSlow(Child child, @Nullable Exception reason) {
        return new StartFailed(
                "%s is not ready in time%s.%n%s"
                        .formatted(child.name(), reason == null ? "" : " (" + reason + ")", lastWordsOf(child)),
                reason);
    }

    static StartFailed because(String name, Exception reason) {
        return new StartFailed("%s can't be started: %s".formatted(name, reason), reason);
    }

    private static String lastWordsOf(Child child) {
        return "The last lines of %s:%n  %s".formatted(child.log(), String.join("\n  ", tail(child)));
    }

    private static List<String> tail(Child child) {
        try (var lines = Files.lines(child.log(), java.nio.charset.StandardCharsets.ISO_8859_1)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - LINES), all.size());
        } catch (IOException e) {
            return List.of("(unreadable: " + e + ")");
        }
    }
}
