package dev.millrace.local.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeCertificateTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void canBeReadByItsOwnerOnly() throws IOException {
        var keyStore = authorityAt(NOON).certificateFor("kafka-1").keyStore();
        assertThat(Files.getPosixFilePermissions(keyStore)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isOfItsNodeOnThisMachine() throws Exception {
        var names = certificateIn(authorityAt(NOON).certificateFor("kafka-1")).getSubjectAlternativeNames();
        assertThat(names)
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("kafka-1", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void servesBothEndsOfAConnection() throws Exception {
        var purposes =
                certificateIn(authorityAt(NOON).certificateFor("kafka-1")).getExtendedKeyUsage();
        assertThat(purposes).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    }

    @Test
    void cannotIssueCertificatesItself() throws Exception {
        assertThat(certificateIn(authorityAt(NOON).certificateFor("kafka-1")).getBasicConstraints())
                .isEqualTo(-1);
    }

    @Test
    void lastsNinetyDays() throws IOException {
        assertThat(authorityAt(NOON).certificateFor("kafka-1").expiry()).isEqualTo(NOON.plus(Duration.ofDays(90)));
    }

    @Test
    void lastsAsLongAsAskedFor() throws IOException {
        var certificate = authorityAt(NOON).certificateFor("kafka-1", Duration.ofDays(2));
        assertThat(certificate.expiry()).isEqualTo(NOON.plus(Duration.ofDays(2)));
    }

    @Test
    void doesNotOutliveTheAuthority() throws IOException {
        var authority = authorityAt(NOON);
        assertThat(authority.certificateFor("kafka-1", Duration.ofDays(9999)).expiry())
                .isEqualTo(authority.expiry());
    }

    @Test
    void staysTheSameFromStartToStart() throws IOException {
        var issued = authorityAt(NOON).certificateFor("kafka-1");
        var content = Files.readString(issued.keyStore());
        assertThat(authorityAt(NOON.plus(Duration.ofDays(59))).certificateFor("kafka-1"))
                .isEqualTo(issued);
        assertThat(issued.keyStore()).hasContent(content);
    }

    @Test
    void isRenewedInTheLastThirdOfItsLife() throws IOException {
        authorityAt(NOON).certificateFor("kafka-1");
        var later = NOON.plus(Duration.ofDays(60));
        assertThat(authorityAt(later).certificateFor("kafka-1").expiry()).isEqualTo(later.plus(Duration.ofDays(90)));
    }

    @Test
    void isRenewedWhenItIsDamaged() throws Exception {
        var authority = authorityAt(NOON);
        var damaged = authority.certificateFor("kafka-1").keyStore();
        Files.write(damaged, new byte[] {-1, 0, 1});
        assertThat(certificateIn(authority.certificateFor("kafka-1"))).isNotNull();
    }

    @Test
    void isRenewedWhenItIsOfAnotherAuthority() throws IOException {
        var another = CertificateAuthority.in(folder.resolve("another"), Clock.fixed(NOON, ZoneOffset.UTC));
        var foreign = another.certificateFor("kafka-1").keyStore();
        var copied = Files.copy(foreign, folder.resolve("kafka-1.pem"));
        authorityAt(NOON).certificateFor("kafka-1");
        assertThat(Files.mismatch(copied, foreign)).isNotEqualTo(-1);
    }

    @Test
    void isReplacedByRotationWithAnotherKey() throws Exception {
        var authority = authorityAt(NOON);
        var before = certificateIn(authority.certificateFor("kafka-1"));
        var after = certificateIn(authority.rotate("kafka-1", Duration.ofDays(30)));
        assertThat(after.getPublicKey()).isNotEqualTo(before.getPublicKey());
        assertThat(after.getNotAfter()).isEqualTo(NOON.plus(Duration.ofDays(30)));
    }

    @Test
    void leavesNoDraftsBehind() throws IOException {
        authorityAt(NOON).certificateFor("kafka-1");
        authorityAt(NOON).rotate("kafka-1", Duration.ofDays(30));
        assertThat(folder).isDirectoryNotContaining("glob:**draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../kafka-1", "kafka/1", "kafka-1,CN=admin", "Kafka", "-kafka"})
    void isRefusedToWhatIsNoHostName(String name) throws IOException {
        var authority = authorityAt(NOON);
        assertThatIllegalArgumentException().isThrownBy(() -> authority.certificateFor(name));
    }

    private CertificateAuthority authorityAt(Instant now) throws IOException {
        return CertificateAuthority.in(folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static X509Certificate certificateIn(NodeCertificate issued) throws IOException, GeneralSecurityException {
        return Identity.parse(Files.readString(issued.keyStore())).certificate();
    }
}
