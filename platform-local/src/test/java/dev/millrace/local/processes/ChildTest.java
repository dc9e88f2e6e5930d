package dev.millrace.local.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void readsWhatItIsGivenAndWritesToItsLog() throws IOException {
        var child = start(shell("read line; echo got $line $GREETING", Map.of("GREETING", "there"))
                .reading("hello\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(child.endsWithin(PATIENCE)).isTrue();
        assertThat(log()).isEqualTo("got hello there\n");
    }

    @Test
    void keepsTheLogOfTheStartBefore() throws IOException {
        start(shell("echo first", Map.of())).endsWithin(PATIENCE);
        start(shell("echo second", Map.of())).endsWithin(PATIENCE);
        assertThat(log()).isEqualTo("second\n");
        assertThat(folder.resolve("child.log.1")).hasContent("first");
    }

    @Test
    void isOutOfReachOfTheTerminalsInterrupt() throws IOException {
        var child = start(shell("ps -o pgid= -p $$", Map.of()));
        assertThat(child.endsWithin(PATIENCE)).isTrue();
        assertThat(log().strip()).isEqualTo(Long.toString(child.handle().pid()));
    }

    @Test
    void isAskedToEndByTheSignalItWants() throws IOException {
        // not INT, which a shell cannot trap where the tests themselves run in the background
        var child = start(shell("trap 'echo asked; exit' USR1; echo up; while :; do sleep 0.05; done", Map.of())
                .stoppedBy("USR1"));
        await().atMost(PATIENCE).until(() -> log().contains("up"));
        child.stop(PATIENCE);
        assertThat(log()).contains("asked");
    }

    @Test
    void standsStillWhileItIsSuspended() throws IOException {
        var child = start(shell("while :; do sleep 0.01; echo tick; done", Map.of()));
        await().atMost(PATIENCE).until(() -> log().contains("tick"));
        child.suspend();
        assertThat(stateOf(child)).startsWith("T");
        child.resume();
        await().atMost(PATIENCE).until(() -> !stateOf(child).startsWith("T"));
        child.kill();
    }

    private static String stateOf(Child child) throws IOException {
        var ps = new ProcessBuilder(
                        "ps", "-o", "state=", "-p", Long.toString(child.handle().pid()))
                .start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }

    private Child start(Program program) throws IOException {
        return Child.start("child", program, folder.resolve("child.log"));
    }

    private Program shell(String script, Map<String, String> environment) {
        return new Program(List.of("sh", "-c", script), environment, folder);
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("child.log"));
    }
}
