package dev.millrace.broker.node;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * @param controllerPort port for the metadata quorum
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
        @DefaultValue("9093") @Min(1) @Max(65535) int controllerPort,
        @DefaultValue("1") @Positive int nodeId,
        @Nullable String clusterId,
        @DefaultValue Map<String, String> kafka) {

    public NodeSettings {
        if (port == controllerPort) {
            throw new IllegalArgumentException("port and controller-port are both %d".formatted(port));
        }
    }

    List<Port> ports() {
        return List.of(
                new Port(host, port, "millrace.broker.port"),
                new Port(host, controllerPort, "millrace.broker.controller-port"));
    }

    String clientAddress() {
        return host + ":" + port;
    }

    String controllerAddress() {
        return host + ":" + controllerPort;
    }
}
