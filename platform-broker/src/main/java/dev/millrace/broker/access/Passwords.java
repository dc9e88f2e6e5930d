package dev.millrace.broker.access;

import static java.util.Objects.requireNonNull;

import dev.millrace.broker.Secret;
import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Properties;

/** The passwords of users, in a file that only its owner can read; whoever has none yet gets one. */
final class Passwords {

    private final Properties passwords;

    private Passwords(Properties passwords) {
        this.passwords = passwords;
    }

    /** @throws StartRefused when the file can't be read or written */
    static Passwords in(Path file, Collection<String> users) {
        try {
            var passwords = read(file);
            addMissing(passwords, users, file);
            return new Passwords(passwords);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The passwords in %s can't be had: %s".formatted(file, e),
                    "Make the file a readable properties file, or name another one in millrace.access.passwords.");
        }
    }

    String of(String user) {
        return requireNonNull(passwords.getProperty(user), user);
    }

    private static Properties read(Path file) throws IOException {
        var passwords = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
        }
        return passwords;
    }

    private static void addMissing(Properties passwords, Collection<String> users, Path file) {
        var missing =
                users.stream().filter(user -> !passwords.containsKey(user)).toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(user -> passwords.setProperty(user, Secret.random()));
        try {
            write(file, passwords);
        } catch (IOException e) {
            throw new StartRefused(
                    "There is no password for %s in %s, and none can be added: %s"
                            .formatted(String.join(", ", missing), file, e),
                    "Add a line USER=PASSWORD for each of them, or let the file and its folder be written.");
        }
    }

    /** Written beside and renamed: a process that dies halfway leaves the old file or the new one. */
    private static void write(Path file, Properties passwords) throws IOException {
        var folder = requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "passwords", null, ownerOnly);
        try (var writer = Files.newBufferedWriter(draft)) {
            passwords.store(writer, "Passwords of the users of this Kafka");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
