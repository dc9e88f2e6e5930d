package dev.millrace.local.commands;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.platform.TemporaryData;
import dev.millrace.local.processes.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher as a process of its own, with the one engine that starts in a second. */
class LauncherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A build in the background ignores Ctrl-C, and so would everything it starts. */
    private static final List<String> INTERRUPTIBLE =
            List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec { $ARGV[0] } @ARGV", "--");

    private final int offset = ThreadLocalRandom.current().nextInt(11_000, 20_000);
    private Path data;
    private Roster roster;

    @BeforeEach
    void make() throws IOException {
        data = TemporaryData.make();
        roster = new Roster(data.resolve("processes"));
    }

    @AfterEach
    void end() throws Exception {
        run("stop");
        run("clean");
        Files.deleteIfExists(log());
    }

    @Test
    void endsEverythingOnTheWordOfAnotherTerminal() throws Exception {
        var up = up();
        var engine = engine();
        assertThat(run("stop")).contains("Stopping the platform of process " + up.pid());
        assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isZero();
        assertThat(engine.isAlive()).isFalse();
        assertThat(data.resolve("processes")).isEmptyDirectory();
    }

    @Test
    void endsEverythingOnCtrlC() throws Exception {
        var up = up();
        var engine = engine();
        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();
        assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(engine.isAlive()).isFalse();
    }

    @Test
    void clearsUpAfterALauncherThatWasKilled() throws Exception {
        var first = up();
        var orphan = engine();
        first.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();
        up();
        assertThat(orphan.isAlive()).isFalse();
        assertThat(output()).contains("Ended postgresql, left over from before.");
    }

    @Test
    void refusesASecondPlatformInTheSameFolder() throws Exception {
        up();
        assertThat(run("up", "--port-offset", "1", "postgresql")).contains("A platform already runs in " + data);
    }

    @Test
    void endsWithAReportWhenAProcessDies() throws Exception {
        var up = up();
        engine().destroyForcibly();
        assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(output()).contains("postgresql ended with exit code 137").contains(data + "/logs/postgresql.log");
    }

    @Test
    void tellsWhatRuns() throws Exception {
        assertThat(run("status")).contains("Nothing runs in " + data);
        up();
        assertThat(run("status")).containsPattern("postgresql +ready");
    }

    @Test
    void knowsWhichLogsThereAre() throws Exception {
        up();
        assertThat(run("logs", "postgresql")).contains("ready to accept connections");
        assertThat(run("logs", "mysql")).contains("There is no log of mysql; there are: postgresql.");
    }

    private Process up() throws IOException {
        var launcher = launch(log(), "up", "--port-offset", Integer.toString(offset), "postgresql");
        await().atMost(PATIENCE).until(() -> output().contains("Millrace is up") || !launcher.isAlive());
        assertThat(output()).contains("Millrace is up");
        return launcher;
    }

    private ProcessHandle engine() {
        return requireNonNull(roster.running().get("postgresql"));
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    private String output() throws IOException {
        return Files.readString(log());
    }

    private String run(String... arguments) throws Exception {
        var log = Files.createTempFile("launcher", ".out");
        var ended = launch(log, arguments).waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var output = Files.readString(log);
        Files.delete(log);
        assertThat(ended).as(output).isTrue();
        return output;
    }

    private Process launch(Path log, String... arguments) throws IOException {
        var command = new ArrayList<>(INTERRUPTIBLE);
        command.addAll(List.of(
                JavaApplication.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmillrace.home=" + System.getProperty("millrace.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                arguments[0],
                "--data",
                data.toString()));
        command.addAll(List.of(arguments).subList(1, arguments.length));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
