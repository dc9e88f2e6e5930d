package dev.millrace.broker.topics;

import static java.util.Objects.requireNonNull;

import dev.millrace.broker.declared.Declared;
import dev.millrace.broker.topics.TopicDifference.Obsolete;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topics that a platform declares. What else a cluster has is no business of the catalogue.
 *
 * @param families what the name of a topic may begin with, up to its first dot
 * @param delete topics that are not wanted any more
 */
record Catalogue(
        @DefaultValue List<String> families,
        List<Topic> topics,
        @DefaultValue List<String> delete) implements Declared {

    Catalogue {
        families = List.copyOf(families);
        topics = List.copyOf(requireNonNull(topics, "it declares no topics"));
        delete = List.copyOf(delete);
        var names = new HashSet<String>();
        for (var topic : topics) {
            if (!names.add(topic.name())) {
                throw new IllegalArgumentException(topic.name() + " is declared twice");
            }
            if (!families.contains(topic.family())) {
                throw new IllegalArgumentException(
                        "%s is of none of the families %s".formatted(topic.name(), families));
            }
        }
        for (var name : delete) {
            if (!names.add(name)) {
                throw new IllegalArgumentException(name + " is both declared and to be deleted");
            }
            refuseToDelete(name);
        }
    }

    private static void refuseToDelete(String name) {
        if (Topic.isEventStore(name) || org.apache.kafka.common.internals.Topic.isInternal(name)) {
            throw new IllegalArgumentException("%s is never deleted: it is %s"
                    .formatted(name, Topic.isEventStore(name) ? "an event store" : "Kafka's own"));
        }
    }

    /** The same topics, each that does not say otherwise held by that many nodes. */
    Catalogue replicated(short replication, short minInsyncReplicas) {
        return new Catalogue(
                families,
                topics.stream()
                        .map(topic -> topic.replicated(replication, minInsyncReplicas))
                        .toList(),
                delete);
    }

    List<String> names() {
        return topics.stream().map(Topic::name).toList();
    }

    /** Names of all topics that matter here. */
    List<String> concerned() {
        return Stream.concat(names().stream(), delete.stream()).toList();
    }

    List<TopicDifference> differencesFrom(Map<String, ActualTopic> actual) {
        return Stream.concat(
                        topics.stream()
                                .flatMap(topic -> TopicDifference.between(topic, actual.get(topic.name())).stream()),
                        delete.stream().filter(actual::containsKey).map(Obsolete::new))
                .toList();
    }
}
