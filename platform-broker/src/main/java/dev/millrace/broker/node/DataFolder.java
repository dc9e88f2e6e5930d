package dev.millrace.broker.node;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The folder a node lives in: formatted once, and from then on tied to its node and cluster. */
final class DataFolder {

    private final NodeSettings settings;
    private final Path path;

    DataFolder(NodeSettings settings) {
        this.settings = settings;
        this.path = settings.dataDirectory().toAbsolutePath().normalize();
    }

    /** Makes the folder ready for this node, or refuses it. */
    void open() {
        try {
            Files.createDirectories(path);
            var found = new MetaPropertiesEnsemble.Loader()
                    .addLogDirs(List.of(path.toString()))
                    .addMetadataLogDir(path.toString())
                    .load();
            if (found.clusterId().isPresent()) {
                refuseForeign(found);
            } else {
                format();
            }
        } catch (IOException e) {
            throw new StartRefused("The data folder %s can't be used: %s".formatted(path, e), "Check the disk.");
        }
    }

    private void refuseForeign(MetaPropertiesEnsemble found) {
        if (found.nodeId().orElseThrow() != settings.nodeId()) {
            throw new StartRefused(
                    "The data folder %s belongs to node %d, this is node %d"
                            .formatted(path, found.nodeId().getAsInt(), settings.nodeId()),
                    "Set millrace.broker.node-id or another millrace.broker.data-directory.");
        }
        if (settings.clusterId() != null && !found.clusterId().equals(Optional.of(settings.clusterId()))) {
            throw new StartRefused(
                    "The data folder %s belongs to cluster %s, this node to cluster %s"
                            .formatted(path, found.clusterId().get(), settings.clusterId()),
                    "Set millrace.broker.cluster-id or another millrace.broker.data-directory.");
        }
    }

    private void format() throws IOException {
        var clusterId = Optional.ofNullable(settings.clusterId())
                .orElseGet(() -> Uuid.randomUuid().toString());
        var onlyVoter =
                new DynamicVoter(Uuid.randomUuid(), settings.nodeId(), settings.host(), settings.controllerPort());
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setNodeId(settings.nodeId())
                    .setClusterId(clusterId)
                    .setDirectories(List.of(path.toString()))
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(KafkaProperties.CONTROLLER)
                    .setInitialControllers(new DynamicVoters(List.of(onlyVoter)))
                    .setHasDynamicQuorum(true)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
