package dev.millrace.broker.node;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Turns an empty folder into the storage of a node: of one that founds its cluster, or of one that joins it. */
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
        var clusterId = Objects.requireNonNullElseGet(
                settings.clusterId(), () -> Uuid.randomUuid().toString());
        var formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(release(settings))
                .setClusterId(clusterId)
                .setNodeId(settings.nodeId())
                .setDirectories(List.of(folder))
                .setMetadataLogDirectory(folder)
                .setControllerListenerName(Listeners.CONTROLLER)
                .setHasDynamicQuorum(true);
        return settings.founds() ? formatter.setInitialControllers(founders(settings, clusterId)) : formatter;
    }

    private static MetadataVersion release(NodeSettings settings) {
        return settings.release() == null
                ? MetadataVersion.latestProduction()
                : MetadataVersion.fromVersionString(settings.release(), false);
    }

    private static DynamicVoters founders(NodeSettings settings, String clusterId) {
        return new DynamicVoters(settings.voters().stream()
                .map(voter -> voter.atBirth(clusterId))
                .toList());
    }
}
