package dev.millrace.broker.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.StartRefused;
import dev.millrace.broker.declared.DeclaredFile;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

class TopicsTest {

    @TempDir
    static Path folder;

    private static KafkaNode node;
    private static Admin admin;

    @BeforeAll
    static void startNode() throws IOException {
        node = KafkaNode.start(Nodes.in(folder));
        admin = Admin.create(node.connection());
    }

    @AfterAll
    static void stopNode() throws IOException {
        admin.close();
        node.close();
    }

    @Test
    void createsWhatIsMissing() {
        var topics = topics(DeclaredFile.read(new ClassPathResource("platform/topics.yml"), Catalogue.class));
        assertThat(topics.differences()).hasSameSizeAs(topics.catalogue().topics());
        topics.apply(false);
        assertHolds(topics);
    }

    @Test
    void adjustsSettingsAndLeavesOthersAsTheyAre() {
        declared(new Topic("logs.adjusted", 2, Map.of("retention.ms", "7d", "segment.ms", "1d")))
                .apply(false);
        var topics = declared(new Topic("logs.adjusted", 2, Map.of("retention.ms", "1h")));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.differences())
                        .extracting(TopicDifference::toString)
                        .containsExactly("logs.adjusted has retention.ms=604800000, declared is 3600000"));
        topics.apply(false);
        assertHolds(topics);
        assertHolds(declared(new Topic("logs.adjusted", 2, Map.of("segment.ms", "1d"))));
    }

    @Test
    void neverChangesAPartitionCount() {
        declared(new Topic("logs.counted", 2, Map.of())).apply(false);
        assertHolds(declared(new Topic("logs.counted", 2, Map.of())));
        assertThatThrownBy(
                        () -> declared(new Topic("logs.counted", 3, Map.of())).apply(false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("logs.counted has 2 partitions, declared are 3");
        assertHolds(declared(new Topic("logs.counted", 2, Map.of())));
    }

    @Test
    void deletesNothingWithoutConsent() {
        declared(new Topic("logs.obsolete", 1, Map.of())).apply(false);
        var topics = topics(new Catalogue(List.of("logs"), List.of(), List.of("logs.obsolete")));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.differences())
                        .extracting(TopicDifference::toString)
                        .containsExactly("logs.obsolete is to be deleted"));
        topics.apply(false);
        assertThat(topics.differences()).hasSize(1);
        topics.apply(true);
        assertHolds(topics);
    }

    @Test
    void namesTheTopicThatKafkaRefuses() {
        assertThatThrownBy(() -> declared(new Topic("logs.odd", 1, Map.of("retention", "7d")))
                        .apply(false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("create logs.odd", "Unknown topic config name: retention");
    }

    private static void assertHolds(Topics topics) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(topics.differences()).isEmpty());
    }

    private static Topics declared(Topic... topics) {
        return topics(new Catalogue(List.of("logs"), List.of(topics), List.of()));
    }

    private static Topics topics(Catalogue catalogue) {
        return new Topics(catalogue.replicated((short) 1, (short) 1), new Cluster(admin));
    }
}
