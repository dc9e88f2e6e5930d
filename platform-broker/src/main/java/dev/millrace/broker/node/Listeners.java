package dev.millrace.broker.node;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import dev.millrace.broker.node.NodeSettings.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

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
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required" + " username=\"%1$s\" password=\"%2$s\"";

    private Listeners() {}

    static Map<String, String> of(NodeSettings settings) {
        var properties = new HashMap<String, String>();
        properties.put("listeners", addresses(settings));
        properties.put("listener.security.protocol.map", protocols(settings));
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("sasl.mechanism.controller.protocol", "PLAIN");
        if (settings.is(Role.BROKER)) {
            properties.put("advertised.listeners", toldAddresses(settings));
            properties.put("inter.broker.listener.name", NODES);
            properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
            properties.putAll(letInUsers("clients"));
        }
        for (var listener : List.of("nodes", "controller")) {
            properties.put("listener.name.%s.sasl.enabled.mechanisms".formatted(listener), "PLAIN");
            properties.put(
                    "listener.name.%s.plain.sasl.jaas.config".formatted(listener),
                    (LOGIN + " user_%1$s=\"%2$s\";").formatted(NODE, quoted(settings)));
        }
        settings.listeners()
                .forEach((name, listener) -> properties.putAll(further(name.toLowerCase(Locale.ROOT), listener)));
        if (settings.tls() != null) {
            properties.putAll(settings.tls().properties());
        }
        return properties;
    }

    private static Map<String, String> letInUsers(String listener) {
        var prefix = "listener.name." + listener;
        return Map.of(
                prefix + ".sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                prefix + ".scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }

    private static Map<String, String> further(String name, FurtherListener listener) {
        if (listener.kafka().isEmpty()) {
            return letInUsers(name);
        }
        var properties = new HashMap<String, String>();
        listener.kafka()
                .forEach((setting, value) -> properties.put("listener.name.%s.%s".formatted(name, setting), value));
        return properties;
    }

    /** The names of ours mean what they mean. */
    static void refuseReserved(String name) {
        if (List.of(CLIENTS, NODES, CONTROLLER).contains(name.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "a further listener can't be called %s, for there is one already".formatted(name));
        }
    }

    private static String protocols(NodeSettings settings) {
        var own = Stream.of(CLIENTS, NODES, CONTROLLER).map(listener -> listener + ":" + protocol(settings));
        var further = settings.listeners().entrySet().stream()
                .map(listener -> listener.getKey().toUpperCase(Locale.ROOT) + ":"
                        + listener.getValue().protocol());
        return Stream.concat(own, further).collect(joining(","));
    }

    private static String addresses(NodeSettings settings) {
        var broker = brokerAddresses(settings, listener -> addressOf(settings, listener));
        var controller = Stream.of(CONTROLLER + "://" + settings.controllerAddress());
        return Stream.concat(
                        settings.is(Role.BROKER) ? broker : Stream.empty(),
                        settings.is(Role.CONTROLLER) ? controller : Stream.empty())
                .collect(joining(","));
    }

    /** What clients are told; a controller is where it listens. */
    private static String toldAddresses(NodeSettings settings) {
        return brokerAddresses(
                        settings, listener -> requireNonNullElse(listener.advertised(), addressOf(settings, listener)))
                .collect(joining(","));
    }

    private static Stream<String> brokerAddresses(NodeSettings settings, Function<FurtherListener, String> address) {
        var further = settings.listeners().entrySet().stream()
                .map(listener ->
                        listener.getKey().toUpperCase(Locale.ROOT) + "://" + address.apply(listener.getValue()));
        return Stream.concat(
                Stream.of(CLIENTS + "://" + settings.clientAddress(), NODES + "://" + settings.nodesAddress()),
                further);
    }

    private static String addressOf(NodeSettings settings, FurtherListener listener) {
        return settings.host() + ":" + listener.port();
    }

    /** What a client needs to be let in as a node. */
    static Map<String, Object> client(NodeSettings settings) {
        var properties = new HashMap<String, Object>();
        if (settings.is(Role.BROKER)) {
            properties.put("bootstrap.servers", settings.nodesAddress());
        } else {
            properties.put("bootstrap.controllers", settings.controllerAddress());
        }
        properties.put("security.protocol", protocol(settings));
        properties.put("sasl.mechanism", "PLAIN");
        properties.put("sasl.jaas.config", (LOGIN + ";").formatted(NODE, quoted(settings)));
        if (settings.tls() != null) {
            properties.putAll(settings.tls().properties());
        }
        return Map.copyOf(properties);
    }

    private static String protocol(NodeSettings settings) {
        return settings.tls() == null ? "SASL_PLAINTEXT" : "SASL_SSL";
    }

    private static String quoted(NodeSettings settings) {
        return settings.nodePassword().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
