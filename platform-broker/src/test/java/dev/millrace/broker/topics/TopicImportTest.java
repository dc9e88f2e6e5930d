package dev.millrace.broker.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.declared.DeclaredFile;
import dev.millrace.broker.declared.DeclaredSettings;
import dev.millrace.broker.declared.Imported;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class TopicImportTest {

    private static final short COPIES = 3;
    private static final short IN_SYNC = 2;

    @Test
    void saysWhatWasSetOnTheTopicItself() {
        var logs = topic(
                3, Map.of("retention.ms", "60000", "segment.ms", "7", "min.insync.replicas", "2"), "retention.ms");
        assertThat(imported(Map.of("logs.services", logs)).yaml()).isEqualTo("""
                families:
                  - logs
                topics:
                  - name: logs.services
                    partitions: 6
                    config:
                      retention.ms: '60000'
                """);
    }

    @Test
    void saysInWhatATopicDiffersFromTheSettingsForAll() {
        assertReadAgain(Map.of(
                "a.one", topic(1, Map.of("min.insync.replicas", "1")),
                "a.three", topic(3, Map.of("min.insync.replicas", "1")),
                "a.five", topic(5, Map.of("min.insync.replicas", "3"), "min.insync.replicas")));
    }

    @Test
    void takesTheNameOfATopicWithoutADotForItsFamily() {
        assertReadAgain(Map.of(
                "0017", topic(3, Map.of("min.insync.replicas", "2")),
                "null", topic(3, Map.of("min.insync.replicas", "2")),
                "1e3.x",
                        topic(
                                3,
                                Map.of("min.insync.replicas", "2", "follower.replication.throttled.replicas", "*"),
                                "follower.replication.throttled.replicas")));
    }

    @Test
    void saysThatAnEventStoreKeepsEverythingEvenIfThatIsKafkasDefault() {
        var forEver = Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete");
        assertThat(imported(Map.of("events.orders", topic(3, forEver))).yaml())
                .contains("retention.ms: '-1'", "retention.bytes: '-1'");
    }

    @Test
    void namesAnEventStoreThatForgets() {
        var week = Map.of("retention.ms", "604800000", "retention.bytes", "-1", "cleanup.policy", "delete");
        assertThat(imported(Map.of("events.orders", topic(3, week))).yaml()).isEqualTo("""
                # Left out is topic events.orders: events.orders is an event store: its retention.ms and retention.bytes are -1, and it is not compacted.
                families: []
                topics: []
                """);
    }

    @Test
    void describesAClusterWithoutTopics() {
        assertReadAgain(Map.of());
    }

    private static void assertReadAgain(Map<String, ActualTopic> existing) {
        var yaml = imported(existing).yaml();
        var catalogue = DeclaredFile.read(new ByteArrayResource(yaml.getBytes()), Catalogue.class)
                .replicated(COPIES, IN_SYNC);
        assertThat(catalogue.names()).containsExactlyInAnyOrderElementsOf(existing.keySet());
        assertThat(catalogue.differencesFrom(existing)).isEmpty();
    }

    private static Imported imported(Map<String, ActualTopic> existing) {
        var settings = new DeclaredSettings("", COPIES, IN_SYNC, false, Duration.ZERO, Duration.ZERO);
        return new TopicImport(() -> existing, settings).imported();
    }

    private static ActualTopic topic(int replication, Map<String, String> config, String... own) {
        return new ActualTopic(6, replication, List.of(), config, Set.of(own));
    }
}
