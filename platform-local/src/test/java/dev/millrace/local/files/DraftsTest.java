package dev.millrace.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {

    @TempDir
    private Path folder;

    @Test
    void areMadeOnceHoweverManyWantThem() throws Exception {
        var made = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var wanting = IntStream.range(0, 8)
                    .mapToObj(_ ->
                            threads.<Path>submit(() -> new Drafts(folder).make("engine", _ -> made.incrementAndGet())))
                    .toList();
            for (Future<Path> path : wanting) {
                assertThat(path.get()).isDirectory();
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void areWholeOrNotThere() {
        assertThatThrownBy(() -> new Drafts(folder).make("engine", draft -> {
                    Files.writeString(draft.resolve("half"), "");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(folder.resolve("engine")).doesNotExist();
    }

    @Test
    void takeNothingOverFromOneThatACrashLeft() throws IOException {
        Files.createDirectories(folder.resolve("engine.draft/half"));
        var made = new Drafts(folder).make("engine", draft -> Files.writeString(draft.resolve("whole"), ""));
        assertThat(made).isDirectoryContaining("glob:**whole").isDirectoryNotContaining("glob:**half");
    }

    @Test
    void makeRoomForNewerOnes() throws IOException {
        for (var i = 1; i <= 4; i++) {
            var version = Files.createDirectory(folder.resolve("service-" + i));
            Files.setLastModifiedTime(version, FileTime.fromMillis(i * 1000L));
        }
        Files.createDirectory(folder.resolve("other"));
        new Drafts(folder).keepNewest("service-", 2);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("service-3", "service-4", "other");
    }
}
