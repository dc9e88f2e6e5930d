package dev.millrace.logs.lines;

import java.time.LocalDate;

/**
 * The days that lines are kept of. Lines of other days are not filed at all: each day is an index, and a writer with a
 * wrong clock must not fill the cluster with them.
 */
public record Lifetime(LocalDate today, int days) {

    public boolean isOver(LocalDate day) {
        return day.isBefore(today.minusDays(days));
    }

    /** Tomorrow is fine: clocks differ. */
    public boolean isAhead(LocalDate day) {
        return day.isAfter(today.plusDays(1));
    }
}
