package dev.millrace.broker.node;

import static java.util.stream.Collectors.joining;

import dev.millrace.broker.node.NodeSettings.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What Kafka has to be told of a node: who it is, on top of how it is tuned. */
final class KafkaProperties {

    private KafkaProperties() {}

    static Map<String, String> of(NodeSettings settings, Path folder) {
        var properties = new HashMap<>(settings.kafka());
        properties.putAll(Listeners.of(settings));
        properties.putAll(Map.of(
                "node.id", String.valueOf(settings.nodeId()),
                "process.roles", roles(settings),
                "log.dirs", folder.toString(),
                "controller.quorum.bootstrap.servers",
                        settings.voters().stream().map(Voter::address).collect(joining(",")),
                "controller.quorum.auto.join.enable", String.valueOf(settings.is(Role.CONTROLLER)),
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:" + Listeners.NODE));
        if (settings.rack() != null) {
            properties.put("broker.rack", settings.rack());
        }
        return properties;
    }

    private static String roles(NodeSettings settings) {
        return settings.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(joining(","));
    }
}
