package dev.millrace.broker.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void isFormattedOnceAndKeepsItsCluster() throws IOException {
        var first = identity();
        assertThat(identity()).isEqualTo(first);
    }

    @Test
    void belongsToTheClusterThatIsSet() throws IOException {
        var settings = Nodes.in(folder, Map.of("millrace.broker.cluster-id", "AAAAAAAAAAAAAAAAAAAAAA"));
        try (var data = DataFolder.open(settings)) {
            assertThat(Identity.of(data.kafka()).clusterId()).isEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
        }
    }

    @Test
    void isFormattedAgainWhenFormattingWasCutShort() throws IOException {
        var rest = Files.createDirectories(folder.resolve("kafka.unfinished/__cluster_metadata-0"));
        Files.createFile(rest.resolve("00000000000000000000-0000000000.checkpoint"));
        assertThat(identity().nodeId()).isEqualTo(1);
        assertThat(folder.resolve("kafka.unfinished")).doesNotExist();
    }

    @Test
    void isRefusedWhenItDoesNotSayWhoseItIs() throws IOException {
        identity();
        Files.delete(folder.resolve("kafka/meta.properties"));
        assertThatThrownBy(this::identity)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not say whose data it holds");
    }

    @Test
    void isRefusedWhereNoFolderCanBe() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(Nodes.in(file)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("can't be written");
    }

    private Identity identity() throws IOException {
        try (var data = DataFolder.open(Nodes.in(folder))) {
            return Identity.of(data.kafka());
        }
    }
}
