package dev.millrace.broker.metrics;

import static java.util.Objects.requireNonNullElse;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.management.ObjectName;

/**
 * A name of Kafka's as Prometheus knows it: domain, type and name in small letters, joined by underscores; every other key is a label.
 *
 * @param help the name under which Kafka's documentation tells what it means
 */
record MetricName(String name, Labels labels, String help) {

    private static final Set<String> IN_THE_NAME = Set.of("type", "name");
    private static final Pattern NOT_IN_PROMETHEUS = Pattern.compile("[^a-z0-9_]");

    /** @param own what the metric is called within its type */
    static MetricName of(ObjectName kafka, String own) {
        var type = kafka.getKeyProperty("type");
        var name = kafka.getDomain() + "_" + type + "_" + own;
        var help = kafka.getDomain() + ":type=" + type + " " + requireNonNullElse(kafka.getKeyProperty("name"), own);
        return new MetricName(
                NOT_IN_PROMETHEUS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_"), labels(kafka), help);
    }

    private static Labels labels(ObjectName kafka) {
        var labels = Labels.builder();
        kafka.getKeyPropertyList().entrySet().stream()
                .filter(key -> !IN_THE_NAME.contains(key.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(key -> labels.label(key.getKey(), unquoted(key.getValue())));
        return labels.build();
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? ObjectName.unquote(value) : value;
    }
}
