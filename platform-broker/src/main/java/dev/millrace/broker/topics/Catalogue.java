package dev.millrace.broker.topics;

import java.util.HashSet;
import java.util.List;

/** The topics a platform has. */
record Catalogue(List<Topic> topics) {

    Catalogue {
        topics = List.copyOf(topics);
        var names = new HashSet<String>();
        topics.stream()
                .map(Topic::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("%s is declared twice".formatted(name));
                });
    }
}
