package dev.millrace.broker.node;

import java.util.HashMap;
import java.util.Map;

/**
 * Where a node listens and how whoever comes proves who they are. Clients are users of the cluster, by SCRAM; nodes are
 * nodes by a password that only nodes know, since the users of a cluster can't be asked before it runs.
 */
final class Listeners {

    static final String CONTROLLER = "CONTROLLER";

    /** The one user who may do everything. */
    static final String NODE = "node";

    private static final String CLIENTS = "CLIENTS";
    private static final String NODES = "NODES";
    private static final String PROTOCOL = "SASL_PLAINTEXT";
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required" + " username=\"%1$s\" password=\"%2$s\"";

    private Listeners() {}

    static Map<String, String> of(NodeSettings settings) {
        var properties = new HashMap<>(Map.of(
                "listeners",
                "%s://%s,%s://%s,%s://%s"
                        .formatted(
                                CLIENTS, settings.clientAddress(),
                                NODES, settings.nodesAddress(),
                                CONTROLLER, settings.controllerAddress()),
                "listener.security.protocol.map",
                "%2$s:%1$s,%3$s:%1$s,%4$s:%1$s".formatted(PROTOCOL, CLIENTS, NODES, CONTROLLER),
                "inter.broker.listener.name",
                NODES,
                "controller.listener.names",
                CONTROLLER,
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "sasl.mechanism.controller.protocol",
                "PLAIN",
                "listener.name.clients.sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;"));
        for (var listener : new String[] {"nodes", "controller"}) {
            properties.put("listener.name.%s.sasl.enabled.mechanisms".formatted(listener), "PLAIN");
            properties.put(
                    "listener.name.%s.plain.sasl.jaas.config".formatted(listener),
                    (LOGIN + " user_%1$s=\"%2$s\";").formatted(NODE, quoted(settings)));
        }
        return properties;
    }

    /** What a client needs to be let in as a node. */
    static Map<String, Object> client(NodeSettings settings) {
        return Map.of(
                "bootstrap.servers",
                settings.nodesAddress(),
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                (LOGIN + ";").formatted(NODE, quoted(settings)));
    }

    private static String quoted(NodeSettings settings) {
        return settings.nodePassword().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
