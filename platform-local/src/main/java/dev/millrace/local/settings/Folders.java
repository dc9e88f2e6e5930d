package dev.millrace.local.settings;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param home the repository: jars and engines are in its modules' target folders
 * @param data everything a platform writes
 */
public record Folders(Path home, Path data) {

    public Folders {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    public Path engines() {
        return home.resolve("platform-local/target/engines");
    }

    /** Where jars are taken apart. */
    public Path applications() {
        return home.resolve("platform-local/target/applications");
    }

    public Path jar(String module) {
        return home.resolve(module).resolve("target").resolve(module + ".jar");
    }

    public Path dataOf(String component) {
        return data.resolve(component);
    }

    public Path processes() {
        return data.resolve("processes");
    }

    public Path ports() {
        return data.resolve("ports.properties");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path logOf(String component) {
        return logs().resolve(component + ".log");
    }
}
