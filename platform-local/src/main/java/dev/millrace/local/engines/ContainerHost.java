package dev.millrace.local.engines;

import static java.util.Objects.requireNonNull;

import dev.millrace.local.compose.Compose;
import dev.millrace.local.compose.ImageContext;
import dev.millrace.local.platform.Component;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Engines as {@code docker compose up} starts them: containers, with one broker. */
final class ContainerHost implements EngineHost {

    private static final String SECRETS = "secrets";

    private final Path secrets;
    private final Compose compose;
    private final Map<String, Component> engines = new HashMap<>();

    private ContainerHost(Path secrets, Compose compose) {
        this.secrets = secrets;
        this.compose = compose;
    }

    /** Builds the images from the jars of this build, and has the secrets made that everybody needs. */
    static ContainerHost open(Folders folders, Ports ports) throws IOException {
        var context = new ImageContext(folders.home(), folders.data().resolve("images"))
                .fill(List.of("platform-broker", "platform-local"));
        var compose = context.compose(
                "millrace-engines-" + ProcessHandle.current().pid(),
                "under-test",
                ports,
                List.of(
                        context.folder().resolve("docker-compose.small.yml"),
                        folders.home().resolve("docker/engines.yml")));
        var host = new ContainerHost(Files.createDirectory(folders.data().resolve(SECRETS)), compose);
        host.makeSecrets();
        return host;
    }

    private void makeSecrets() {
        try {
            compose.run("up", "--build", "--exit-code-from", SECRETS, SECRETS);
            compose.run("cp", SECRETS + ":/vault/.", secrets.toString());
        } catch (RuntimeException e) {
            end();
            throw e;
        }
    }

    @Override
    public Path secrets() {
        return secrets;
    }

    @Override
    public void start(Collection<? extends Component> wanted) {
        wanted.forEach(engine -> {
            engines.put(engine.name(), engine);
            compose.run("up", "--build", "--wait", container(engine.name()));
            equip(engine);
        });
    }

    private static void equip(Component engine) {
        try {
            engine.equip();
        } catch (Exception e) {
            throw new IllegalStateException("can't equip " + engine.name(), e);
        }
    }

    private static String container(String engine) {
        return engine.equals(Kafka.NAME) ? "kafka-1" : engine;
    }

    @Override
    public void pause(String engine) {
        compose.run("pause", container(engine));
    }

    @Override
    public void resume(String engine) {
        compose.run("unpause", container(engine));
    }

    @Override
    public void kill(String engine) {
        compose.run("kill", container(engine));
    }

    @Override
    public void restart(String engine) {
        compose.run("restart", "--no-deps", "--timeout", "0", container(engine));
        compose.run("up", "--wait", container(engine));
        equip(requireNonNull(engines.get(engine), engine));
    }

    @Override
    public void end() {
        compose.run("down", "--volumes", "--timeout", "0");
    }
}
