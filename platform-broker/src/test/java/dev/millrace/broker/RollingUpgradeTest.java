package dev.millrace.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.features.UpgradeCommand;
import dev.millrace.broker.node.TestClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingUpgradeTest {

    private static final String TOPIC = "events.orders";

    @TempDir
    Path folder;

    @Test
    void isNotNoticedByWriters() throws Exception {
        try (var cluster = BrokerCluster.start(folder, Map.of("millrace.broker.release", "4.1"), null);
                var client = new TestClient(cluster.client("operator"))) {
            assertThat(metadataVersion(client)).isEqualTo(MetadataVersion.IBP_4_1_IV1.featureLevel());
            var writers = new Writers(cluster.client("operator"), TOPIC, 3);
            try (writers) {
                for (var number : BrokerCluster.NUMBERS) {
                    BrokerCluster.awaitFullInSyncSets(client, TOPIC);
                    cluster.broker(number).stop();
                    cluster.start(number).awaitReady();
                }
                BrokerCluster.awaitFullInSyncSets(client, TOPIC);
                assertThat(upgrade(client)).contains("metadata.version: 27 -> 29");
                writers.awaitProgress();
            }
            assertThat(metadataVersion(client))
                    .isEqualTo(MetadataVersion.latestProduction().featureLevel());
            assertThat(upgrade(client)).doesNotContain("->");
            assertThat(writers.refused()).isEmpty();
            assertThat(Set.copyOf(client.readCommitted(TOPIC))).isEqualTo(Set.copyOf(writers.acknowledged()));
        }
    }

    private static String upgrade(TestClient client) {
        var out = new ByteArrayOutputStream();
        new UpgradeCommand(client.admin()).upgrade(new PrintStream(out, true));
        return out.toString();
    }

    private static short metadataVersion(TestClient client) throws Exception {
        var features = client.admin().describeFeatures().featureMetadata().get().finalizedFeatures();
        return requireNonNull(features.get("metadata.version")).maxVersionLevel();
    }
}
