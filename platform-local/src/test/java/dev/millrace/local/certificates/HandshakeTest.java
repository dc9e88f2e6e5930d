package dev.millrace.local.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private static final char[] NO_PASSWORD = new char[0];

    @TempDir
    private Path folder;

    private CertificateAuthority ours;
    private CertificateAuthority another;

    @BeforeEach
    void twoAuthorities() throws IOException {
        ours = authority("ours", Clock.systemUTC());
        another = authority("another", Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-1", "localhost", "127.0.0.1", "::1"})
    void succeedsBetweenNodesOfOneAuthority(String host) throws Exception {
        var session = new Handshake(node(ours, "kafka-1", ours), node(ours, "kafka-2", ours)).with(host);
        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
        assertThat(session.getPeerPrincipal().getName()).isEqualTo("CN=kafka-1");
    }

    @Test
    void failsWithAServerThatHasAnotherName() throws Exception {
        assertRefused(
                new Handshake(node(ours, "kafka-1", ours), node(ours, "kafka-2", ours)),
                "kafka-3",
                "No subject alternative DNS name matching kafka-3");
    }

    @Test
    void failsWithAServerOfAnotherAuthority() throws Exception {
        assertRefused(
                new Handshake(node(another, "kafka-1", ours), node(ours, "kafka-2", ours)),
                "kafka-1",
                "PKIX path validation failed");
    }

    @Test
    void failsWithAClientOfAnotherAuthority() throws Exception {
        assertRefused(
                new Handshake(node(ours, "kafka-1", ours), node(another, "kafka-2", ours)),
                "kafka-1",
                "Received fatal alert: certificate_unknown");
    }

    @Test
    void failsWithAnExpiredServer() throws Exception {
        var past = Clock.fixed(Instant.now().minus(Duration.ofDays(100)), ZoneOffset.UTC);
        var expired = authority("ours", past);
        assertRefused(
                new Handshake(node(expired, "kafka-1", ours), node(ours, "kafka-2", ours)),
                "kafka-1",
                "validity check failed");
    }

    private static void assertRefused(Handshake handshake, String host, String reason) {
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> handshake.with(host))
                .withMessageContaining(reason);
    }

    private CertificateAuthority authority(String name, Clock clock) throws IOException {
        return CertificateAuthority.in(folder.resolve(name), clock);
    }

    private static SSLContext node(CertificateAuthority issuer, String name, CertificateAuthority trusted)
            throws IOException, GeneralSecurityException {
        var identity =
                Identity.parse(Files.readString(issuer.certificateFor(name).keyStore()));
        var keys = KeyManagerFactory.getInstance("PKIX");
        var keyStore = emptyStore();
        keyStore.setKeyEntry(name, identity.key(), NO_PASSWORD, identity.chain().toArray(Certificate[]::new));
        keys.init(keyStore, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusting(trusted).getTrustManagers(), null);
        return context;
    }

    private static TrustManagerFactory trusting(CertificateAuthority authority)
            throws IOException, GeneralSecurityException {
        var trusted = emptyStore();
        try (var certificate = Files.newInputStream(authority.trustStore())) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        return trust;
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
