package dev.millrace.broker.topics;

import dev.millrace.broker.declared.DeclaredSettings;
import dev.millrace.broker.declared.Import;
import dev.millrace.broker.declared.Imported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Describes the topics of a cluster, all but Kafka's own; one that breaks a rule of the catalogue is left out, and named. Said is what was
 * set on a topic itself, what an event store has to say, and in which copies and copies in sync it differs from the settings for all.
 */
final class TopicImport implements Import {

    private final Supplier<Map<String, ActualTopic>> existing;
    private final DeclaredSettings settings;

    TopicImport(Supplier<Map<String, ActualTopic>> existing, DeclaredSettings settings) {
        this.existing = existing;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public Imported imported() {
        var topics = new ArrayList<Topic>();
        var remarks = new ArrayList<String>();
        new TreeMap<>(existing.get()).forEach((name, actual) -> {
            try {
                topics.add(topic(name, actual));
            } catch (IllegalArgumentException e) {
                remarks.add("Left out is topic %s: %s.".formatted(name, e.getMessage()));
            }
        });
        return new Imported(content(topics), remarks);
    }

    private Topic topic(String name, ActualTopic actual) {
        var config = new TreeMap<>(actual.config());
        config.keySet().removeIf(setting -> !isToBeSaid(name, actual, setting));
        return new Topic(name, actual.partitions(), (short) actual.replication(), config);
    }

    private boolean isToBeSaid(String name, ActualTopic actual, String setting) {
        return switch (setting) {
            case "min.insync.replicas" ->
                !minInsyncReplicas(actual).equals(actual.config().get(setting));
            case "retention.ms", "retention.bytes", "cleanup.policy" ->
                Topic.isEventStore(name) || actual.own().contains(setting);
            default -> actual.own().contains(setting);
        };
    }

    private String minInsyncReplicas(ActualTopic actual) {
        return String.valueOf(Math.min(settings.minInsyncReplicas(), actual.replication()));
    }

    private Map<String, ?> content(List<Topic> topics) {
        var families = topics.stream().map(Topic::family).distinct().toList();
        var content = new LinkedHashMap<String, Object>();
        content.put("families", families);
        content.put("topics", topics.stream().map(this::content).toList());
        return content;
    }

    private Map<String, ?> content(Topic topic) {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", topic.name());
        content.put("partitions", topic.partitions());
        if (topic.replication() != settings.replication()) {
            content.put("replication", topic.replication());
        }
        if (!topic.config().isEmpty()) {
            content.put("config", topic.config());
        }
        return content;
    }
}
