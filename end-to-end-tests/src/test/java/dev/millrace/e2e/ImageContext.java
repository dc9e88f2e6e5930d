package dev.millrace.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All that images are built from, with the jars of this build instead of the sources. */
record ImageContext(Path home, Path folder) {

    private static final List<String> FILES =
            List.of("docker-compose.yml", ".env", "Dockerfile", "docker/health", "docker/jvm.options");
    private static final List<String> JARS = List.of(
            "platform-broker",
            "platform-local",
            "user-service",
            "cdc-connector",
            "order-service",
            "search-indexer",
            "log-aggregator");

    /** Links, since jars are large. */
    void fill() throws IOException {
        for (var file : FILES) {
            link(home.resolve(file), file);
        }
        link(home.resolve("end-to-end-tests/src/test/resources/published.yml"), "published.yml");
        for (var module : JARS) {
            var jar = module + ".jar";
            link(home.resolve(module).resolve("target").resolve(jar), "jars/" + jar);
        }
        try (var libraries = Files.list(home.resolve("platform-local/target/libraries"))) {
            for (var library : libraries.toList()) {
                link(library, "jars/libraries/" + library.getFileName());
            }
        }
    }

    private void link(Path source, String name) throws IOException {
        var target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Files.createLink(target, source);
    }
}
