package dev.millrace.broker.node;

import dev.millrace.broker.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one node needs to know of itself.
 *
 * @param dataDirectory folder of topics and metadata; made on first start
 * @param host address to listen on, and the address clients are told
 * @param port port for clients
 * @param nodesPort port for the brokers among themselves, and for whoever administers them from within
 * @param controllerPort port for the metadata quorum
 * @param nodePassword what nodes prove to each other that they are nodes with; the same on all nodes of a cluster, made anew at
 *     each start when absent
 * @param nodeId number of this node in its cluster, fixed once the data folder exists
 * @param clusterId id of the cluster, 22 characters of base64; made on first start when absent
 * @param kafka settings of Kafka by their own names; those that follow from the ones above win
 */
@Validated
@ConfigurationProperties("millrace.broker")
public record NodeSettings(
        @DefaultValue(".millrace/broker") Path dataDirectory,
        @DefaultValue("127.0.0.1") @NotBlank String host,
        @DefaultValue("9092") @Min(1) @Max(65535) int port,
        @DefaultValue("9091") @Min(1) @Max(65535) int nodesPort,
        @DefaultValue("9093") @Min(1) @Max(65535) int controllerPort,
        @DefaultValue("1") @Positive int nodeId,
        @Nullable String clusterId,
        @DefaultValue("") String nodePassword,
        @DefaultValue Map<String, String> kafka) {

    public NodeSettings {
        if (Stream.of(port, nodesPort, controllerPort).distinct().count() < 3) {
            throw new IllegalArgumentException(
                    "port, nodes-port and controller-port are %d, %d and %d: no two may be the same"
                            .formatted(port, nodesPort, controllerPort));
        }
        nodePassword = nodePassword.isEmpty() ? Secret.random() : nodePassword;
    }

    List<Port> ports() {
        return List.of(
                new Port(host, port, "millrace.broker.port"),
                new Port(host, nodesPort, "millrace.broker.nodes-port"),
                new Port(host, controllerPort, "millrace.broker.controller-port"));
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
        return "node %d in %s on %s".formatted(nodeId, dataDirectory, clientAddress());
    }
}
