package dev.millrace.benchmarks.broker;

import dev.millrace.local.certificates.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Whether clients speak TLS, and what both ends have to be told for it. */
record Encryption(String protocol, Map<String, Object> server, Map<String, Object> client) {

    static final Encryption NONE = new Encryption("PLAINTEXT", Map.of(), Map.of());

    /** With a certificate from an authority in that folder. */
    static Encryption in(Path folder) throws IOException {
        var certificate = CertificateAuthority.in(folder, Clock.systemUTC()).certificateFor("kafka");
        return new Encryption(
                "SSL",
                Map.of("ssl.keystore.type", "PEM", "ssl.keystore.location", certificate.keyStore()),
                Map.of(
                        "security.protocol", "SSL",
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", certificate.trustStore().toString()));
    }
}
