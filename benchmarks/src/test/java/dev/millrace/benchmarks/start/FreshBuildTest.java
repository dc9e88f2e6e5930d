package dev.millrace.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshBuildTest {

    @TempDir
    private Path folder;

    private Folders real;
    private Folders fresh;

    @BeforeEach
    void build() throws IOException {
        real = new Folders(folder.resolve("real"), folder.resolve("data"));
        fresh = new Folders(folder.resolve("fresh"), folder.resolve("data"));
        write(real.jar("order-service"), "jar");
        write(real.engines().resolve("elasticsearch.zip"), "archive");
        write(real.engines().resolve("elasticsearch.zip.unpacked/bin"), "unpacked");
        FreshBuild.link(real, fresh);
    }

    @Test
    void hasTheJarsOfAllModules() {
        assertThat(fresh.jar("order-service")).hasContent("jar");
    }

    @Test
    void hasTheArchivesOfTheEnginesAndNothingUnpacked() {
        assertThat(fresh.engines().resolve("elasticsearch.zip")).hasContent("archive");
        assertThat(fresh.engines()).isDirectoryNotContaining("glob:**.unpacked");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
