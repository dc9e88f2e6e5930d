package dev.millrace.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void leavesOutWhatIsNotWanted() throws IOException {
        new Archive(zip("bin/server", "bin/server.bat"), name -> !name.endsWith(".bat")).unpackInto(target());
        assertThat(target().resolve("bin/server")).hasContent("content");
        assertThat(target().resolve("bin/server.bat")).doesNotExist();
    }

    @Test
    void refusesToWriteOutsideItsFolder() throws IOException {
        var archive = new Archive(zip("../outside"), _ -> true);
        assertThatThrownBy(() -> archive.unpackInto(target())).hasMessageContaining("outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void keepsLinksAndWhatMayBeExecuted() throws IOException {
        new Archive(tar(), _ -> true).unpackInto(target());
        assertThat(target().resolve("server")).isExecutable();
        assertThat(target().resolve("latest")).isSymbolicLink().hasContent("content");
    }

    private Path target() throws IOException {
        return Files.createDirectories(folder.resolve("target"));
    }

    private Path zip(String... names) throws IOException {
        var file = folder.resolve("engine.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("content".getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private Path tar() throws IOException {
        var file = folder.resolve("engine.tar.gz");
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            var server = new TarArchiveEntry("server");
            server.setMode(0755);
            server.setSize("content".length());
            tar.putArchiveEntry(server);
            tar.write("content".getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
            var link = new TarArchiveEntry("latest", TarConstants.LF_SYMLINK);
            link.setLinkName("server");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return file;
    }
}
