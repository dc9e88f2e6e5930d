package dev.millrace.local.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords of the database roles: made once, at random, and kept in the data folder where only its owner can read them. */
public final class Credentials {

    public static final String SUPERUSER = "postgres";

    private static final List<String> ROLES =
            List.of(SUPERUSER, "registry", "user_service", "order_service", "cdc_connector");

    private final Properties passwords;

    private Credentials(Properties passwords) {
        this.passwords = passwords;
    }

    public static Credentials in(Path data) throws IOException {
        var file = data.resolve("credentials.properties");
        if (!Files.exists(file)) {
            write(file, random());
        }
        var passwords = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        }
        return new Credentials(passwords);
    }

    public String passwordOf(String role) {
        return passwords.getProperty(role);
    }

    private static Properties random() {
        var passwords = new Properties();
        var random = new SecureRandom();
        for (var role : ROLES) {
            var bytes = new byte[24];
            random.nextBytes(bytes);
            passwords.setProperty(role, Base64.getUrlEncoder().encodeToString(bytes));
        }
        return passwords;
    }

    private static void write(Path file, Properties passwords) throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.getParent(), "credentials", null, ownerOnly);
        try (var writer = Files.newBufferedWriter(draft)) {
            passwords.store(writer, "Passwords of the database roles of this platform");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
