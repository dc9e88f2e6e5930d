package dev.millrace.kubernetes;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics and users for Strimzi's operator are those of the catalogue. */
class StrimziTest {

    @Test
    void followsFromTheCatalogue() throws IOException {
        var topics = Catalogue.topics().map(topic -> manifest("KafkaTopic", topic.name(), topic.strimzi()));
        var users = Catalogue.users().map(user -> manifest("KafkaUser", user.name(), user.strimzi()));
        Generated.in("overlays/strimzi/catalogue.yaml")
                .isMadeOf(
                        "platform-broker/platform", Stream.concat(topics, users).toList());
    }

    private static Map<String, Object> manifest(String kind, String name, Map<String, ?> spec) {
        var metadata =
                new TreeMap<String, Object>(Map.of("name", name, "labels", Map.of("strimzi.io/cluster", "millrace")));
        return Manifest.of("kafka.strimzi.io/v1", kind, metadata, spec);
    }
}
