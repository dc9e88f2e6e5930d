package dev.millrace.broker.node;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Turns an empty folder into the storage of a new cluster, whose only voter is this node. */
final class Formatting {

    private Formatting() {}

    static void format(Path folder, NodeSettings settings) throws IOException {
        try {
            formatter(folder.toString(), settings).run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Formatter formatter(String folder, NodeSettings settings) {
        return new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setClusterId(clusterId(settings))
                .setNodeId(settings.nodeId())
                .setDirectories(List.of(folder))
                .setMetadataLogDirectory(folder)
                .setControllerListenerName(Listeners.CONTROLLER)
                .setInitialControllers(new DynamicVoters(List.of(voter(settings))))
                .setHasDynamicQuorum(true);
    }

    private static String clusterId(NodeSettings settings) {
        return Objects.requireNonNullElseGet(
                settings.clusterId(), () -> Uuid.randomUuid().toString());
    }

    private static DynamicVoter voter(NodeSettings settings) {
        return new DynamicVoter(Uuid.randomUuid(), settings.nodeId(), settings.host(), settings.controllerPort());
    }
}
