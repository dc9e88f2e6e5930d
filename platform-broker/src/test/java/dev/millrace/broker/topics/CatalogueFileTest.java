package dev.millrace.broker.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.broker.StartRefused;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

class CatalogueFileTest {

    @Test
    void readsTopicsInTheirOrder() {
        var catalogue = read("""
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
    void namesTheLineOfAValueThatIsNone() {
        assertRefused("""
                topics:
                  - name: logs.services
                    partitions: many
                """, "3:17", "\"many\"");
    }

    @Test
    void namesATopicWithoutPartitions() {
        assertRefused("""
                topics:
                  - name: logs.services
                """, "logs.services has no partitions");
    }

    @Test
    void noticesATopicWithoutAName() {
        assertRefused("""
                topics:
                  - partitions: 6
                """, "a topic has no name");
    }

    @Test
    void namesATopicThatIsDeclaredTwice() {
        assertRefused("""
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
                topics:
                  - name: logs.services
                    partitons: 6
                    partitions: 6
                """, "topics[0].partitons");
    }

    @Test
    void namesATimeThatIsNone() {
        assertRefused("""
                topics:
                  - name: logs.services
                    partitions: 6
                    config:
                      retention.ms: a week
                """, "retention.ms can't be a week");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertRefused("topics: [", "line 1");
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused("", "it declares no topics");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> CatalogueFile.read(new FileSystemResource(Path.of("no", "such.yml"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("such.yml");
    }

    private static void assertRefused(String yaml, String... reasons) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(StartRefused.class).hasMessageContainingAll(reasons);
    }

    private static Catalogue read(String yaml) {
        return CatalogueFile.read(new ByteArrayResource(yaml.getBytes(), "topics.yml"));
    }
}
