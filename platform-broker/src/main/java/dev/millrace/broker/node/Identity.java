package dev.millrace.broker.node;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;

/** Whose data a folder holds. */
record Identity(Path folder, int nodeId, String clusterId) {

    static Identity of(Path folder) throws IOException {
        var found = new MetaPropertiesEnsemble.Loader()
                .addLogDirs(List.of(folder.toString()))
                .load();
        if (found.nodeId().isEmpty() || found.clusterId().isEmpty()) {
            throw new StartRefused(
                    "The folder %s does not say whose data it holds".formatted(folder),
                    "Bring its %s back, or set another millrace.broker.data-directory."
                            .formatted(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
        }
        return new Identity(folder, found.nodeId().getAsInt(), found.clusterId().get());
    }

    void refuseOther(NodeSettings settings) {
        if (nodeId != settings.nodeId()) {
            throw new StartRefused(
                    "The folder %s belongs to node %d, this is node %d".formatted(folder, nodeId, settings.nodeId()),
                    "Set millrace.broker.node-id=%d, or another millrace.broker.data-directory.".formatted(nodeId));
        }
        if (settings.clusterId() != null && !settings.clusterId().equals(clusterId)) {
            throw new StartRefused(
                    "The folder %s belongs to cluster %s, this node to cluster %s"
                            .formatted(folder, clusterId, settings.clusterId()),
                    "Set another millrace.broker.data-directory, or leave out millrace.broker.cluster-id.");
        }
    }
}
