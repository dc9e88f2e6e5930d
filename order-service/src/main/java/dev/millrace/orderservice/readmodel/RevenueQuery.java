package dev.millrace.orderservice.readmodel;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import dev.millrace.starter.http.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which days and country the revenue is asked for.
 *
 * @param to the day after the last one
 */
record RevenueQuery(LocalDate from, LocalDate to, @Nullable String country) {

    private static final int MOST_DAYS = 366;

    RevenueQuery {
        var days = DAYS.between(from, to);
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.of(
                    BAD_REQUEST,
                    "invalid-range",
                    "Invalid range",
                    "Ask for 1 to %d days; to is the day after the last one.".formatted(MOST_DAYS));
        }
    }

    String condition() {
        return "placed_at >= :from and placed_at < :to" + (country == null ? "" : " and country = :country");
    }

    Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        params.put("from", from.atStartOfDay().atOffset(UTC));
        params.put("to", to.atStartOfDay().atOffset(UTC));
        if (country != null) {
            params.put("country", country);
        }
        return params;
    }
}
