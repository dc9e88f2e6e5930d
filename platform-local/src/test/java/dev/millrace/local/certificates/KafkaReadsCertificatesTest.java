package dev.millrace.local.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaReadsCertificatesTest {

    @TempDir
    private Path folder;

    private CertificateAuthority authority;

    @BeforeEach
    void authority() throws IOException {
        authority = CertificateAuthority.in(folder.resolve("ours"), Clock.systemUTC());
    }

    @Test
    void andItsNodesTalkToEachOther() throws Exception {
        try (var server = engines(settings(authority.certificateFor("kafka-1")));
                var client = engines(settings(authority.certificateFor("kafka-2")))) {
            var session = new Handshake(server.sslContext(), client.sslContext()).with("localhost");
            assertThat(session.getPeerPrincipal().getName()).isEqualTo("CN=kafka-1");
        }
    }

    @Test
    void andRefusesThoseOfAnotherAuthority() throws Exception {
        var another = CertificateAuthority.in(folder.resolve("another"), Clock.systemUTC());
        try (var server = engines(settings(authority.certificateFor("kafka-1")));
                var client = engines(settings(another.certificateFor("kafka-2")))) {
            var handshake = new Handshake(server.sslContext(), client.sslContext());
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> handshake.with("localhost"));
        }
    }

    @Test
    void andSeesThatOneWasRotated() throws Exception {
        var certificate = authority.certificateFor("kafka-1");
        Files.setLastModifiedTime(certificate.keyStore(), FileTime.from(Instant.EPOCH));
        try (var engines = engines(settings(certificate))) {
            assertThat(engines.shouldBeRebuilt(settings(certificate))).isFalse();
            authority.rotate("kafka-1", CertificateAuthority.VALIDITY);
            assertThat(engines.shouldBeRebuilt(settings(certificate))).isTrue();
        }
    }

    private static DefaultSslEngineFactory engines(Map<String, Object> settings) {
        var engines = new DefaultSslEngineFactory();
        engines.configure(settings);
        return engines;
    }

    /** What a person would write into a configuration, and Kafka's defaults for the rest. */
    private static Map<String, Object> settings(NodeCertificate certificate) {
        var definition = new ConfigDef();
        SslConfigs.addClientSslSupport(definition);
        return definition.parse(Map.of(
                SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
                "PEM",
                SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG,
                certificate.keyStore().toString(),
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                "PEM",
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                certificate.trustStore().toString()));
    }
}
