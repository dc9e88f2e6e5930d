package dev.millrace.broker.node;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What Kafka has to be told of a node: who it is, on top of how it is tuned. */
final class KafkaProperties {

    private KafkaProperties() {}

    static Map<String, String> of(NodeSettings settings, Path folder) {
        var properties = new HashMap<>(settings.kafka());
        properties.putAll(Listeners.of(settings));
        properties.putAll(Map.of(
                "node.id",
                String.valueOf(settings.nodeId()),
                "process.roles",
                "broker,controller",
                "log.dirs",
                folder.toString(),
                "controller.quorum.bootstrap.servers",
                settings.controllerAddress(),
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:" + Listeners.NODE));
        return properties;
    }
}
