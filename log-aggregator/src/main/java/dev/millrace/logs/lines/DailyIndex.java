package dev.millrace.logs.lines;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The names of the daily indices. */
public final class DailyIndex {

    /** In front of all of them, for whoever reads. */
    public static final String ALIAS = "logs";

    /** Matches all of them, and no data stream that Elasticsearch itself would make for logs. */
    public static final String PATTERN = "logs-*.*.*";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'logs-'uuuu.MM.dd", Locale.ROOT);

    private DailyIndex() {}

    public static String of(LocalDate day) {
        return NAME.format(day);
    }

    /** Empty for an index that is not ours. */
    public static Optional<LocalDate> dayOf(String index) {
        try {
            return Optional.of(LocalDate.parse(index, NAME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
