package dev.millrace.local.settings;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords by name: made once, at random, and kept in a file that only its owner can read. */
public final class Passwords {

    private static final int BYTES = 24;

    private final Path file;
    private final Properties passwords;

    private Passwords(Path file, Properties passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    /** Those that the file has, and new ones for the names that it lacks. */
    static Passwords in(Path file, String title, List<String> names) throws IOException {
        var passwords = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
        }
        if (!passwords.stringPropertyNames().containsAll(names)) {
            names.forEach(name -> passwords.putIfAbsent(name, random()));
            write(file, title, passwords);
        }
        return new Passwords(file, passwords);
    }

    public Path file() {
        return file;
    }

    public String of(String name) {
        return requireNonNull(passwords.getProperty(name), name);
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static void write(Path file, String title, Properties passwords) throws IOException {
        var folder = requireNonNull(file.getParent());
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "passwords", null, ownerOnly);
        try (var writer = Files.newBufferedWriter(draft)) {
            passwords.store(writer, title);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
