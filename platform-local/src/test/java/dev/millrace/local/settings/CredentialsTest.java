package dev.millrace.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    private Path folder;

    @Test
    void canBeReadByTheirOwnerOnly() throws IOException {
        Credentials.in(folder);
        assertThat(Files.getPosixFilePermissions(folder.resolve("credentials.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void stayTheSameFromStartToStart() throws IOException {
        var first = Credentials.in(folder).database().of("user_service");
        assertThat(Credentials.in(folder).database().of("user_service"))
                .isEqualTo(first)
                .hasSizeGreaterThan(30);
    }

    @Test
    void differFromRoleToRole() throws IOException {
        var credentials = Credentials.in(folder);
        assertThat(credentials.database().of("user_service"))
                .isNotEqualTo(credentials.database().of("order_service"));
    }
}
