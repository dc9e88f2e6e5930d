package dev.millrace.broker.alerts;

import static dev.millrace.alerts.AlertState.FIRING;
import static dev.millrace.alerts.AlertState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.alerts.Alert;
import dev.millrace.alerts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiringTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Concern SLOW = new Concern("group-falls-behind", "readers", Severity.WARNING, "Slow.");
    private static final Concern DEAD = new Concern("group-stands-still", "readers", Severity.CRITICAL, "Dead.");

    private final Firing nothing = new Firing(Map.of());

    @Test
    void aConcernIsToldOnce() {
        var told = nothing.changes(List.of(SLOW), NOON);
        assertThat(told).containsExactly(SLOW.alert(NOON));
        assertThat(nothing.after(told).changes(List.of(SLOW), NOON)).isEmpty();
    }

    @Test
    void whatHasPassedIsToldOnce() {
        var slow = nothing.after(nothing.changes(List.of(SLOW), NOON));
        var told = slow.changes(List.of(), NOON);
        assertThat(told).extracting(Alert::getRule, Alert::getState).containsExactly(tuple(SLOW.rule(), RESOLVED));
        assertThat(slow.after(told).changes(List.of(), NOON)).isEmpty();
    }

    @Test
    void oneRuleGivesWayToAnother() {
        var slow = nothing.after(nothing.changes(List.of(SLOW), NOON));
        assertThat(slow.changes(List.of(DEAD), NOON))
                .extracting(Alert::getRule, Alert::getState)
                .containsExactlyInAnyOrder(tuple(DEAD.rule(), FIRING), tuple(SLOW.rule(), RESOLVED));
    }

    @Test
    void whatWasToldTwiceIsOneConcern() {
        assertThat(nothing.changes(List.of(SLOW, SLOW), NOON)).hasSize(1);
    }
}
