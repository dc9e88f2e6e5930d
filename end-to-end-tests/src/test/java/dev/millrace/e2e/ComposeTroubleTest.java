package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.compose.Compose;
import dev.millrace.local.compose.ImageContext;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one sees when {@code docker compose up} can't go well; the table of docker/README.md says what to do then. */
@Tag("own-containers")
class ComposeTroubleTest {

    private static final Path HOME = Path.of(System.getProperty("millrace.home"));

    @TempDir
    static Path folder;

    private final Ports ports = Ports.free();
    private Compose compose;

    @BeforeEach
    void prepare() throws IOException {
        var context =
                new ImageContext(HOME, folder.resolve("images")).fill(List.of("platform-broker", "platform-local"));
        compose = context.compose(
                "millrace-trouble-" + ProcessHandle.current().pid(),
                "under-test",
                ports,
                List.of(context.folder().resolve("docker-compose.small.yml"), HOME.resolve("docker/engines.yml")));
    }

    @AfterEach
    void delete() {
        compose.run("down", "--volumes", "--timeout", "0");
    }

    @Test
    void withoutAnEngineDockerSaysThatItCannotConnect() {
        var environment = new HashMap<>(compose.environment());
        environment.put("DOCKER_HOST", "unix:///var/run/nobody.sock");
        var nowhere = new Compose(compose.folder(), compose.files(), compose.project(), environment);
        assertThatThrownBy(() -> nowhere.run("up", "secrets"))
                .hasMessageContaining("Cannot connect to the Docker daemon");
    }

    @Test
    void tooLittleMemoryIsSaidBeforeAnythingStarts() throws IOException {
        var demanding = with("""
                services:
                  secrets:
                    command: secrets --vault /vault --to /secrets --brokers 1 --memory 99000000
                """);
        assertThatThrownBy(() -> demanding.run("up", "--build", "--wait", "postgresql"))
                .hasMessageContaining("\"secrets\" didn't complete successfully");
        assertThat(demanding.run("logs", "secrets"))
                .contains("The containers may take 99000000 MB of memory, and Docker has");
        assertThat(demanding.run("ps", "--services")).isBlank();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var _ = new ServerSocket(ports.of(Port.POSTGRESQL), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> compose.run("up", "--build", "--wait", "postgresql"))
                    .hasMessageContaining("127.0.0.1:" + ports.of(Port.POSTGRESQL))
                    .hasMessageMatching("(?s).*(port is already allocated|address already in use).*");
        }
    }

    @Test
    void anImageThatBreaksIsNamed() throws IOException {
        var broken = with("""
                services:
                  postgresql:
                    entrypoint: ["no-such-program"]
                """);
        assertThatThrownBy(() -> broken.run("up", "--build", "--wait", "postgresql"))
                .hasMessageContaining("no-such-program")
                .hasMessageContaining("executable file not found");
    }

    @Test
    void aPasswordOfAnotherPlatformIsRefusedWithAHint() {
        compose.run("up", "--build", "--wait", "postgresql");
        compose.run("rm", "--stop", "--force", "--volumes", "secrets");
        compose.run("run", "--rm", "--no-deps", "--entrypoint", "rm", "secrets", "/vault/credentials.properties");
        compose.run("run", "--rm", "--no-deps", "secrets");
        assertThatThrownBy(() -> compose.run("run", "--rm", "--no-deps", "databases"))
                .hasMessageContaining("password authentication failed")
                .hasMessageContaining("docker compose down -v");
    }

    @Test
    void aContainerThatIsKilledForItsMemoryStartsAgainAndSaysSo() throws IOException {
        var starved = with("""
                services:
                  elasticsearch:
                    mem_limit: 128m
                    memswap_limit: 128m
                    environment: {ES_JAVA_OPTS: "-Xms512m -Xmx512m -XX:+AlwaysPreTouch"}
                """);
        starved.run("up", "--detach", "elasticsearch");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(starved.run("ps", "--all", "--format", "{{.Service}} {{.Status}}"))
                        .contains("elasticsearch Restarting (137)"));
    }

    private Compose with(String over) throws IOException {
        var file = Files.writeString(folder.resolve("over.yml"), over);
        return new Compose(
                compose.folder(),
                Stream.concat(compose.files().stream(), Stream.of(file)).toList(),
                compose.project(),
                Map.copyOf(compose.environment()));
    }
}
