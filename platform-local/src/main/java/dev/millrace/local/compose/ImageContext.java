package dev.millrace.local.compose;

import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What images are built from and containers are made by, with jars that are built already instead of the sources.
 *
 * @param home the repository that has the jars
 * @param folder what is to hold all of it
 */
public record ImageContext(Path home, Path folder) {

    private static final List<String> FILES = List.of(
            "docker-compose.yml",
            "docker-compose.small.yml",
            ".env",
            "Dockerfile",
            "docker/health",
            "docker/jvm.options");

    /** @param modules those whose jars are of use; platform-local's prepares the containers */
    public ImageContext fill(List<String> modules) throws IOException {
        for (var file : FILES) {
            link(home.resolve(file), file);
        }
        for (var module : modules) {
            var jar = module + ".jar";
            link(home.resolve(module).resolve("target").resolve(jar), "jars/" + jar);
        }
        try (var libraries = Files.list(home.resolve("platform-local/target/libraries"))) {
            for (var library : libraries.toList()) {
                link(library, "jars/libraries/" + library.getFileName());
            }
        }
        return this;
    }

    /** Jars are large, so they are copied only where they can't be linked. */
    private void link(Path source, String name) throws IOException {
        var target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (Files.getFileStore(source).equals(Files.getFileStore(target.getParent()))) {
            Files.createLink(target, source);
        } else {
            Files.copy(source, target);
        }
    }

    /**
     * The containers of the compose file.
     *
     * @param over files that say something else than the compose file does
     * @param version the tag of the images
     */
    public Compose compose(String project, String version, Ports ports, List<Path> over) {
        var files = Stream.concat(Stream.of(folder.resolve("docker-compose.yml")), over.stream());
        return new Compose(folder, files.toList(), project, environment(version, ports));
    }

    /** What the compose file has to be told to build from here and to publish on these ports. */
    public static Map<String, String> environment(String version, Ports ports) {
        var environment = new HashMap<>(Map.of("JARS", "prebuilt", "MILLRACE_VERSION", version));
        Stream.of(Port.values())
                .forEach(port -> environment.put(port.name() + "_PORT", Integer.toString(ports.of(port))));
        environment.put("KAFKA_1_PORT", Integer.toString(ports.of(Port.KAFKA)));
        return environment;
    }
}
