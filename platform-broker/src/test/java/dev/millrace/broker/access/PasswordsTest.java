package dev.millrace.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    @TempDir
    Path folder;

    @Test
    void areMadeForWhoeverHasNoneAndStayTheSame() throws IOException {
        var file = folder.resolve("passwords.properties");
        var first = Passwords.in(file, List.of("one"));
        var second = Passwords.in(file, List.of("one", "two"));
        assertThat(second.of("one")).isEqualTo(first.of("one"));
        assertThat(second.of("two")).hasSizeGreaterThan(20).isNotEqualTo(first.of("one"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void tellWhomTheyLackWhereNoneCanBeAdded() throws IOException {
        var noFolder = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Passwords.in(noFolder.resolve("passwords.properties"), List.of("one", "two")))
                .withMessageContaining("There is no password for one, two in ");
    }
}
