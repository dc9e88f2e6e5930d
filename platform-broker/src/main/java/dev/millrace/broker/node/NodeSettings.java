package dev.millrace.broker.node;

import dev.millrace.broker.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one node needs to know of itself and of its cluster.
 *
 * @param roles what the node is: broker, controller, or both
 * @param dataDirectory folder of topics and metadata; made on first start
 * @param host address to listen on, and the address clients are told
 * @param port port for clients
 * @param nodesPort port for the brokers among themselves, and for whoever administers them from within
 * @param controllerPort port for the metadata quorum
 * @param nodePassword what nodes prove to each other that they are nodes with; the same on all nodes of a cluster, made anew at
 *     each start when absent
 * @param nodeId number of this node in its cluster, fixed once the data folder exists
 * @param rack where the node stands, so that replicas are spread and read nearby
 * @param clusterId id of the cluster, 22 characters of base64; made on first start when absent
 * @param quorum the controllers of the cluster, such as {@code 1@127.0.0.1:9093}; this node alone when empty
 * @param join whether the cluster exists already, so that an empty data folder is filled by the other nodes
 * @param tls how connections are encrypted; not at all when absent
 * @param listeners more ways for clients to come in, by a name of one's own
 * @param release the release of Kafka whose features a new cluster begins with, such as 4.1; this one's when absent
 * @param kafka settings of Kafka by their own names; those that follow from the ones above win
 */
@Validated
@ConfigurationProperties("millrace.broker")
public record NodeSettings(
        @DefaultValue({"BROKER", "CONTROLLER"}) @NotEmpty Set<Role> roles,
        @DefaultValue(".millrace/broker") Path dataDirectory,
        @DefaultValue("127.0.0.1") @NotBlank String host,
        @DefaultValue("9092") @Min(1) @Max(65535) int port,
        @DefaultValue("9091") @Min(1) @Max(65535) int nodesPort,
        @DefaultValue("9093") @Min(1) @Max(65535) int controllerPort,
        @DefaultValue("1") @Positive int nodeId,
        @Nullable String rack,
        @Nullable String clusterId,
        @DefaultValue List<String> quorum,
        @DefaultValue("false") boolean join,
        @DefaultValue("") String nodePassword,
        @Nullable Tls tls,
        @DefaultValue Map<String, @Valid FurtherListener> listeners,
        @Nullable String release,
        @DefaultValue Map<String, String> kafka) {

    /** What a node does for its cluster. */
    public enum Role {
        BROKER,
        CONTROLLER
    }

    public NodeSettings {
        if (Stream.of(port, nodesPort, controllerPort).distinct().count() < 3) {
            throw new IllegalArgumentException(
                    "port, nodes-port and controller-port are %d, %d and %d: no two may be the same"
                            .formatted(port, nodesPort, controllerPort));
        }
        listeners.keySet().forEach(Listeners::refuseReserved);
        quorum.forEach(Voter::of);
        if (!quorum.isEmpty() && (clusterId == null || nodePassword.isEmpty())) {
            throw new IllegalArgumentException(
                    "a node of a quorum needs the cluster-id and the node-password of all its nodes");
        }
        nodePassword = nodePassword.isEmpty() ? Secret.random() : nodePassword;
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether an empty folder becomes one of those that the cluster begins with. */
    boolean founds() {
        return !join && voters().stream().anyMatch(voter -> voter.nodeId() == nodeId);
    }

    List<Voter> voters() {
        return quorum.isEmpty()
                ? List.of(new Voter(nodeId, host, controllerPort))
                : quorum.stream().map(Voter::of).toList();
    }

    List<Port> ports() {
        var further = listeners.entrySet().stream()
                .map(listener -> new Port(
                        host,
                        listener.getValue().port(),
                        "millrace.broker.listeners.%s.port".formatted(listener.getKey())));
        var broker = Stream.concat(
                Stream.of(
                        new Port(host, port, "millrace.broker.port"),
                        new Port(host, nodesPort, "millrace.broker.nodes-port")),
                further);
        var controller = Stream.of(new Port(host, controllerPort, "millrace.broker.controller-port"));
        return Stream.concat(
                        is(Role.BROKER) ? broker : Stream.empty(), is(Role.CONTROLLER) ? controller : Stream.empty())
                .toList();
    }

    String clientAddress() {
        return host + ":" + port;
    }

    String nodesAddress() {
        return host + ":" + nodesPort;
    }

    String controllerAddress() {
        return host + ":" + controllerPort;
    }

    /** Without the password, which no log may show. */
    @Override
    public String toString() {
        return "node %d in %s".formatted(nodeId, dataDirectory);
    }
}
