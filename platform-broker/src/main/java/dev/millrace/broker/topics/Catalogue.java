package dev.millrace.broker.topics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The topics that a platform declares. What else a cluster has is no business of the catalogue. */
record Catalogue(List<Topic> topics) {

    Catalogue {
        topics = List.copyOf(topics);
        var names = new HashSet<String>();
        for (var topic : topics) {
            if (!names.add(topic.name())) {
                throw new IllegalArgumentException(topic.name() + " is declared twice");
            }
        }
    }

    List<String> names() {
        return topics.stream().map(Topic::name).toList();
    }

    List<Difference> differencesFrom(Map<String, ActualTopic> actual) {
        return topics.stream()
                .flatMap(topic -> Difference.between(topic, actual.get(topic.name())).stream())
                .toList();
    }
}
