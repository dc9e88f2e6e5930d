package dev.millrace.logs.reading;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import dev.millrace.starter.http.Problem;
import java.util.Arrays;
import java.util.List;

/** How much a line matters, from least to most. */
enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR;

    static Level named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        BAD_REQUEST,
                        "unknown-level",
                        "Unknown level",
                        "There are the levels trace, debug, info, warn and error."));
    }

    /** The names of this level and of those that matter more. */
    List<String> andAbove() {
        return Arrays.stream(values())
                .filter(level -> level.compareTo(this) >= 0)
                .map(Level::name)
                .toList();
    }
}
