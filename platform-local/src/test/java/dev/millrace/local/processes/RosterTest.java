package dev.millrace.local.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {

    @TempDir
    private Path folder;

    private Roster roster;
    private Child child;

    @BeforeEach
    void start() throws IOException {
        roster = new Roster(folder.resolve("processes"));
        child = Child.start(
                "sleeper", new Program(List.of("sleep", "60"), Map.of(), folder), folder.resolve("sleeper.log"));
    }

    @AfterEach
    void end() {
        child.kill();
    }

    @Test
    void findsAndEndsWhatALauncherLeftBehind() throws IOException {
        roster.add(child);
        assertThat(new Roster(folder.resolve("processes")).endLeftovers()).containsExactly("sleeper");
        assertThat(child.isAlive()).isFalse();
        assertThat(roster.running()).isEmpty();
    }

    @Test
    void sparesAProcessThatOnlyHasTheNumberOfOneOfOurs() throws IOException {
        roster.add(child);
        var anotherStart = child.handle().info().startInstant().orElseThrow().minusSeconds(3600);
        Files.writeString(
                folder.resolve("processes/sleeper"),
                child.handle().pid() + " " + anotherStart.toEpochMilli() + " TERM");
        assertThat(roster.endLeftovers()).isEmpty();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void getsOverAnEntryThatACrashLeftHalfWritten() throws IOException {
        Files.createDirectories(folder.resolve("processes"));
        Files.writeString(folder.resolve("processes/torn"), "48");
        assertThat(roster.endLeftovers()).isEmpty();
    }

    @Test
    void forgetsWhatHasEnded() throws IOException {
        roster.add(child);
        child.kill();
        assertThat(roster.running()).isEmpty();
    }
}
