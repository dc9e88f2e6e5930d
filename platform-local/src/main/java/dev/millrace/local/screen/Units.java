package dev.millrace.local.screen;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Units {

    private Units() {}

    /** Seconds with one digit behind the point. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /** Megabytes, whole. */
    public static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
