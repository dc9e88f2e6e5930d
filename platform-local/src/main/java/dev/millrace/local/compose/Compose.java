package dev.millrace.local.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A project of {@code docker compose}.
 *
 * @param folder what paths in its files start from
 * @param files describe it, the later ones over those before
 * @param environment what they ask for
 */
public record Compose(Path folder, List<Path> files, String project, Map<String, String> environment) {

    /**
     * Runs one of its commands to its end.
     *
     * @return all that was printed
     * @throws IllegalStateException with all that was printed, if it fails
     */
    public String run(String... arguments) {
        var builder = new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "docker compose %s failed:%n%s".formatted(String.join(" ", arguments), output));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(
                List.of("docker", "compose", "--project-name", project, "--project-directory", folder.toString()));
        files.forEach(file -> command.addAll(List.of("--file", file.toString())));
        command.addAll(List.of(arguments));
        return command;
    }
}
