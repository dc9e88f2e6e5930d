package dev.millrace.kubernetes;

import java.util.Map;
import java.util.regex.Pattern;

/** Times and sizes as the catalogue writes them, in milliseconds and bytes; other values as they are. */
final class Amount {

    private static final Pattern WRITTEN = Pattern.compile("(\\d+)(s|m|h|d|KB|MB|GB|TB)");

    private static final Map<String, Long> UNITS = Map.of(
            "s",
            1000L,
            "m",
            60_000L,
            "h",
            3_600_000L,
            "d",
            86_400_000L,
            "KB",
            1L << 10,
            "MB",
            1L << 20,
            "GB",
            1L << 30,
            "TB",
            1L << 40);

    private Amount() {}

    static Object of(String value) {
        var written = WRITTEN.matcher(value);
        if (written.matches()) {
            return Long.parseLong(written.group(1)) * UNITS.getOrDefault(written.group(2), 1L);
        }
        return value.matches("-?\\d+") ? Long.valueOf(value) : value;
    }
}
