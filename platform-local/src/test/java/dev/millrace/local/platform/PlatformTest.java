package dev.millrace.local.platform;

import static dev.millrace.local.platform.ShellComponent.doing;
import static dev.millrace.local.platform.ShellComponent.wellBehaved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.processes.Roster;
import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

    private static final Platform.Limits LIMITS = new Platform.Limits(Duration.ofSeconds(20), Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private Platform platform;

    @BeforeEach
    void make() {
        platform = platformWith(LIMITS);
    }

    @AfterEach
    void end() {
        platform.kill();
    }

    @Test
    void startsWhatIsNeededFirstAndEndsItLast() throws IOException {
        platform.start(List.of(
                wellBehaved("service", folder, "broker"),
                wellBehaved("broker", folder, "store"),
                wellBehaved("store", folder)));
        platform.stop();
        assertThat(trace())
                .containsExactly(
                        "begin store", "begin broker", "begin service", "end service", "end broker", "end store");
    }

    @Test
    void leavesNoProcessAndNoEntryBehind() {
        platform.start(List.of(wellBehaved("one", folder), wellBehaved("other", folder)));
        var processes = platform.children().values();
        platform.stop();
        assertThat(processes).noneMatch(child -> child.isAlive());
        assertThat(folder.resolve("data/processes")).isEmptyDirectory();
    }

    @Test
    void tellsHowAComponentDiedWhileItStarted() {
        assertThatThrownBy(() -> platform.start(List.of(doing("echo no luck today; exit 7", "broken", folder))))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("broken ended with exit code 7")
                .hasMessageContaining("no luck today")
                .hasMessageContaining(folder.resolve("data/logs/broken.log").toString());
    }

    @Test
    void givesUpOnAComponentThatNeverGetsReady() {
        platform = platformWith(new Platform.Limits(Duration.ofMillis(300), Duration.ofSeconds(10)));
        assertThatThrownBy(() -> platform.start(List.of(doing("echo thinking; exec sleep 60", "slow", folder))))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("slow is not ready after")
                .hasMessageContaining("thinking");
    }

    @Test
    void reportsTheFirstFailureAtOnce() {
        var slow = doing("exec sleep 60", "slow", folder);
        var broken = doing("exit 1", "broken", folder);
        assertThatThrownBy(() -> platform.start(List.of(slow, broken))).hasMessageContaining("broken ended");
        await().atMost(Duration.ofSeconds(20)).until(() -> platform.children().containsKey("slow"));
        assertThat(platform.child("slow").isAlive()).isTrue();
    }

    @Test
    void doesNotStartWhatNeedsAComponentThatFailed() {
        var broken = doing("exit 1", "store", folder);
        assertThatThrownBy(() -> platform.start(List.of(broken, wellBehaved("service", folder, "store"))))
                .hasMessageContaining("store ended");
        assertThat(folder.resolve("service.ready")).doesNotExist();
    }

    @Test
    void killsAComponentThatDoesNotEndWhenAsked() {
        platform = platformWith(new Platform.Limits(Duration.ofSeconds(20), Duration.ofMillis(300)));
        var deaf = "trap '' TERM; touch deaf.ready; while :; do sleep 0.05; done";
        platform.start(List.of(doing(deaf, "deaf", folder)));
        var child = platform.child("deaf");
        platform.stop();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void noticesAComponentThatDiesLater() throws Exception {
        platform.start(List.of(doing("touch frail.ready; sleep 0.5; echo farewell; exit 3", "frail", folder)));
        var death = platform.death().get(20, TimeUnit.SECONDS);
        assertThat(death.name()).isEqualTo("frail");
        assertThat(death.exitCode()).isEqualTo(3);
        assertThat(death.lastWords()).contains("farewell");
    }

    @Test
    void thatAComponentIsEndedOnPurposeIsNoDeath() {
        platform.start(List.of(wellBehaved("service", folder)));
        platform.stop();
        assertThat(platform.death()).isNotDone();
    }

    @Test
    void restartsAComponentThatWasKilled() throws IOException {
        platform.start(List.of(wellBehaved("service", folder)));
        platform.child("service").kill();
        platform.restart("service");
        await().atMost(Duration.ofSeconds(20)).until(() -> trace().size() == 2);
        assertThat(trace()).containsExactly("begin service", "begin service");
    }

    @Test
    void startsNothingAnyMoreOnceItIsBeingStopped() {
        platform.stop();
        assertThatThrownBy(() -> platform.start(List.of(wellBehaved("late", folder))))
                .hasMessageContaining("being stopped");
    }

    @Test
    void endsWhatRunsAsideBeforeItStops() throws Exception {
        platform.start(List.of(wellBehaved("service", folder)));
        var program = doing("exec sleep 60", "aside", folder).program();
        var aside = Thread.ofVirtual().start(() -> {
            try {
                platform.runAside("aside", program);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> platform.children().containsKey("aside"));
        platform.stop();
        assertThat(aside.join(Duration.ofSeconds(20))).isTrue();
        assertThat(new Roster(folder.resolve("data/processes")).running()).isEmpty();
    }

    private Platform platformWith(Platform.Limits limits) {
        return new Platform(new Folders(folder, folder.resolve("data")), Observer.NOBODY, limits);
    }

    private List<String> trace() throws IOException {
        return Files.readAllLines(folder.resolve("trace"));
    }
}
