package dev.millrace.broker.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.broker.StartRefused;
import dev.millrace.broker.declared.DeclaredFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

class CatalogueTest {

    @Test
    void readsTopicsInTheirOrder() {
        var catalogue = read("""
                families: [logs, cdc]
                topics:
                  - name: logs.services
                    partitions: 6
                    config:
                      retention.ms: 7d
                      retention.bytes: 1GB
                  - name: cdc.offsets
                    partitions: 1
                """);
        assertThat(catalogue.topics())
                .containsExactly(
                        new Topic("logs.services", 6, Map.of("retention.ms", "7d", "retention.bytes", "1GB")),
                        new Topic("cdc.offsets", 1, Map.of()));
    }

    @Test
    void holdsATopicByAsManyNodesAsTheTopicSays() {
        var catalogue = read("""
                families: [logs]
                topics:
                  - name: logs.services
                    partitions: 6
                  - name: logs.debug
                    partitions: 6
                    replication: 1
                """).replicated((short) 3, (short) 2);
        assertThat(catalogue.topics())
                .containsExactly(
                        new Topic("logs.services", 6, (short) 3, Map.of("min.insync.replicas", "2")),
                        new Topic("logs.debug", 6, (short) 1, Map.of("min.insync.replicas", "1")));
    }

    @Test
    void namesTheLineOfAValueThatIsNone() {
        assertRefused("""
                families: [logs, cdc]
                topics:
                  - name: logs.services
                    partitions: many
                """, "4:17", "\"many\"");
    }

    @Test
    void namesATopicWithoutPartitions() {
        assertRefused("""
                families: [logs, cdc]
                topics:
                  - name: logs.services
                """, "logs.services has no partitions");
    }

    @Test
    void noticesATopicWithoutAName() {
        assertRefused("""
                families: [logs, cdc]
                topics:
                  - partitions: 6
                """, "a topic has no name");
    }

    @Test
    void namesATopicThatIsDeclaredTwice() {
        assertRefused("""
                families: [logs, cdc]
                topics:
                  - name: logs.services
                    partitions: 6
                  - name: logs.services
                    partitions: 6
                """, "logs.services is declared twice");
    }

    @Test
    void namesAFieldThatItDoesNotKnow() {
        assertRefused("""
                families: [logs, cdc]
                topics:
                  - name: logs.services
                    partitons: 6
                    partitions: 6
                """, "topics[0].partitons");
    }

    @Test
    void namesATimeThatIsNone() {
        assertRefused("""
                families: [logs, cdc]
                topics:
                  - name: logs.services
                    partitions: 6
                    config:
                      retention.ms: a week
                """, "retention.ms can't be a week");
    }

    @Test
    void namesATopicOfNoFamily() {
        assertRefused("""
                families: [logs, cdc]
                topics:
                  - name: log.services
                    partitions: 6
                """, "log.services is of none of the families [logs, cdc]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.orders", "__consumer_offsets"})
    void neverDeletesAnEventStoreOrWhatIsKafkasOwn(String topic) {
        assertRefused("""
                topics: []
                delete: [%s]
                """.formatted(topic), topic + " is never deleted");
    }

    @Test
    void namesATopicThatIsBothDeclaredAndToBeDeleted() {
        assertRefused("""
                families: [logs]
                topics:
                  - name: logs.services
                    partitions: 6
                delete: [logs.services]
                """, "logs.services is both declared and to be deleted");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertRefused("topics: [", "line 1");
    }

    @Test
    void refusesAFileWithoutTopics() {
        assertRefused("families: [logs]", "it declares no topics");
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused("", "it declares nothing");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> DeclaredFile.read(new FileSystemResource(Path.of("no", "such.yml")), Catalogue.class))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("such.yml");
    }

    private static void assertRefused(String yaml, String... reasons) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(StartRefused.class).hasMessageContainingAll(reasons);
    }

    private static Catalogue read(String yaml) {
        return DeclaredFile.read(new ByteArrayResource(yaml.getBytes(), "topics.yml"), Catalogue.class);
    }
}
