package dev.millrace.local.screen;

import dev.millrace.local.platform.State;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each component did last, and how long it took or has taken so far. */
final class Timeline {

    private final Map<String, Row> rows = new LinkedHashMap<>();

    synchronized Row note(String component, State state, Instant now) {
        return rows.merge(component, new Row(state, now, now), (before, after) -> before.followedBy(after));
    }

    synchronized Map<String, Row> rows() {
        return new LinkedHashMap<>(rows);
    }

    /**
     * @param began when the component began to start, or to stop
     * @param since when it came into this state
     */
    record Row(State state, Instant began, Instant since) {

        Row followedBy(Row next) {
            return switch (next.state) {
                case WAITING, UNPACKING, PREPARING, STOPPING -> next;
                case STARTING, READY, STOPPED, FAILED -> new Row(next.state, began, next.since);
            };
        }

        Duration took(Instant now) {
            return switch (state) {
                case WAITING -> Duration.ZERO;
                case UNPACKING, PREPARING, STARTING, STOPPING -> Duration.between(began, now);
                case READY, STOPPED, FAILED -> Duration.between(began, since);
            };
        }
    }
}
