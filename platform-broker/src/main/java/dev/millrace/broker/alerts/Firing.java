package dev.millrace.broker.alerts;

import static java.util.stream.Collectors.toMap;

import dev.millrace.alerts.Alert;
import dev.millrace.alerts.AlertState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The alerts that fire.
 *
 * @param alerts by the key of their concern
 */
record Firing(Map<String, Alert> alerts) {

    Firing {
        alerts = Map.copyOf(alerts);
    }

    /** The same after some alerts more, in their order. */
    Firing after(Iterable<Alert> changes) {
        var now = new HashMap<>(alerts);
        for (var change : changes) {
            if (change.getState() == AlertState.FIRING) {
                now.put(Concern.keyOf(change), change);
            } else {
                now.remove(Concern.keyOf(change));
            }
        }
        return new Firing(now);
    }

    /** What is to be told when these are the concerns of now: those that are new, and those that have passed. */
    List<Alert> changes(Collection<Concern> concerns, Instant at) {
        var now = concerns.stream().collect(toMap(Concern::key, concern -> concern, (first, _) -> first));
        var begun = now.values().stream()
                .filter(concern -> !alerts.containsKey(concern.key()))
                .map(concern -> concern.alert(at));
        var passed = alerts.entrySet().stream()
                .filter(alert -> !now.containsKey(alert.getKey()))
                .map(alert -> resolved(alert.getValue(), at));
        return Stream.concat(begun, passed).toList();
    }

    private static Alert resolved(Alert alert, Instant at) {
        return new Alert(
                alert.getRule(), alert.getSubject(), AlertState.RESOLVED, alert.getSeverity(), at, alert.getSummary());
    }
}
