package dev.millrace.broker.alerts;

import dev.millrace.alerts.Alert;
import dev.millrace.alerts.AlertState;
import dev.millrace.alerts.Severity;
import java.time.Instant;

/**
 * Something that needs a person now.
 *
 * @param rule kebab-case
 * @param subject what the rule is broken by, such as a group and the partition it reads
 * @param summary what is wrong and what to do, in sentences
 */
public record Concern(String rule, String subject, Severity severity, String summary) {

    Alert alert(Instant at) {
        return new Alert(rule, subject, AlertState.FIRING, severity, at, summary);
    }

    /** By what the same concern is known again. */
    String key() {
        return keyOf(rule, subject);
    }

    static String keyOf(Alert alert) {
        return keyOf(alert.getRule(), alert.getSubject());
    }

    private static String keyOf(String rule, String subject) {
        return rule + " " + subject;
    }
}
