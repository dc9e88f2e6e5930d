package dev.millrace.local.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void keepsItsKeyToItself() throws IOException {
        authorityAt(NOON);
        assertThat(modeOf("authority/key.pem")).isEqualTo("rw-------");
    }

    @Test
    void showsItsCertificateToEverybody() throws IOException {
        var authority = authorityAt(NOON);
        assertThat(modeOf("authority/certificate.pem")).isEqualTo("rw-r--r--");
        assertThat(authority.trustStore()).content().doesNotContain(Pem.KEY);
    }

    @Test
    void staysTheSameFromStartToStart() throws IOException {
        var first = Files.readString(authorityAt(NOON).trustStore());
        assertThat(authorityAt(NOON.plus(Duration.ofDays(1))).trustStore()).hasContent(first);
    }

    @Test
    void lastsTenYears() throws IOException {
        assertThat(authorityAt(NOON).expiry()).isEqualTo(NOON.plus(Duration.ofDays(3650)));
    }

    @Test
    void isMadeAnewAfterADeathHalfway() throws IOException {
        var draft = Files.createDirectories(folder.resolve("authority.draft"));
        Files.writeString(draft.resolve("key.pem"), "half of a k");
        assertThat(authorityAt(NOON).trustStore()).exists();
        assertThat(draft).doesNotExist();
    }

    @Test
    void saysThatItIsNearItsEnd() throws IOException {
        authorityAt(NOON);
        assertThatIOException()
                .isThrownBy(() -> authorityAt(NOON.plus(Duration.ofDays(3560))))
                .withMessage(
                        "The certificate authority in %s ends on 2036-11-20. Delete that folder to get a new one.",
                        folder);
    }

    @Test
    void servesUntilItIsNearItsEnd() throws IOException {
        authorityAt(NOON);
        assertThat(authorityAt(NOON.plus(Duration.ofDays(3559))).trustStore()).exists();
    }

    @Test
    void saysThatItsKeyIsDamaged() throws IOException {
        authorityAt(NOON);
        Files.writeString(folder.resolve("authority/key.pem"), "no key");
        assertCannotBeRead();
    }

    @Test
    void saysThatItsCertificateIsMissing() throws IOException {
        Files.delete(authorityAt(NOON).trustStore());
        assertCannotBeRead();
    }

    @Test
    void saysThatItsKeyIsOfAnotherAuthority() throws IOException {
        authorityAt(NOON);
        var another = folder.resolve("another");
        CertificateAuthority.in(another, Clock.systemUTC());
        Files.copy(
                another.resolve("authority/key.pem"),
                folder.resolve("authority/key.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        assertCannotBeRead();
    }

    private void assertCannotBeRead() {
        assertThatIOException()
                .isThrownBy(() -> authorityAt(NOON))
                .withMessageStartingWith("The certificate authority in %s can't be read", folder)
                .withMessageEndingWith("Delete that folder to get a new one.");
    }

    private CertificateAuthority authorityAt(Instant now) throws IOException {
        return CertificateAuthority.in(folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    private String modeOf(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
