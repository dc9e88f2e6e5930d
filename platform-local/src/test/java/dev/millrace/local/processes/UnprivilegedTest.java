package dev.millrace.local.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprivilegedTest {

    @TempDir
    private Path closed;

    private Path home;

    @BeforeEach
    void close() throws IOException {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        home = Files.createDirectory(closed.resolve("home"));
        Files.writeString(home.resolve("file"), "content");
    }

    @Test
    void findsItsFilesBehindAClosedFolder() throws Exception {
        assertThat(run("env test -r %1$s && cat %1$s".formatted(home.resolve("file"))))
                .isEqualTo("content");
    }

    @Test
    void writesWhatItWasGiven() throws Exception {
        var own = Unprivileged.folder(home.resolve("own"));
        assertThat(run("echo written > %1$s/file && cat %1$s/file".formatted(own)))
                .isEqualTo("written\n");
    }

    private String run(String script) throws IOException {
        var log = closed.resolve("log");
        var command = Unprivileged.command(List.of("sh", "-c", script), home);
        var child = Child.start("script", new Program(command, Map.of(), home), log);
        assertThat(child.endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(child.exitCode()).as(child::lastWords).isZero();
        return Files.readString(log);
    }
}
