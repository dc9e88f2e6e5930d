package dev.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isClaimedOnceAtATime() {
        try (var _ = DataFolder.claim(folder)) {
            assertThatThrownBy(() -> DataFolder.claim(folder))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataFolder.claim(folder).close();
    }

    @Test
    void knowsItsOwnerWhileItHasOne() {
        try (var _ = DataFolder.claim(folder)) {
            assertThat(DataFolder.owner(folder)).contains(ProcessHandle.current());
        }
        assertThat(DataFolder.owner(folder)).isEmpty();
    }

    @Test
    void leavesAFolderOfSomebodyElseAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("neither empty nor the data folder");
        assertThat(DataFolder.isOurs(folder)).isFalse();
    }

    @Test
    void hasNoOwnerBeforeItExists() {
        assertThat(DataFolder.owner(folder.resolve("nothing"))).isEmpty();
        assertThat(folder.resolve("nothing")).doesNotExist();
    }
}
