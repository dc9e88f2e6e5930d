package dev.millrace.broker.node;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What Kafka has to be told of a node: who it is, on top of how it is tuned. */
final class KafkaProperties {

    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private KafkaProperties() {}

    static Map<String, String> of(NodeSettings settings, Path folder) {
        var properties = new HashMap<>(settings.kafka());
        properties.putAll(identity(settings, folder));
        return properties;
    }

    private static Map<String, String> identity(NodeSettings settings, Path folder) {
        var listeners = "%s://%s,%s://%s"
                .formatted(CLIENTS, settings.clientAddress(), CONTROLLER, settings.controllerAddress());
        return Map.of(
                "node.id",
                String.valueOf(settings.nodeId()),
                "process.roles",
                "broker,controller",
                "log.dirs",
                folder.toString(),
                "listeners",
                listeners,
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name",
                CLIENTS,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.bootstrap.servers",
                settings.controllerAddress());
    }
}
