package dev.millrace.benchmarks.broker;

import dev.millrace.local.certificates.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Whether clients speak TLS, and what both ends have to be told for it. */
record Encryption(String protocol, Map<String, Object> server, Map<String, Object> client) {

    static final Encryption NONE = new Encryption("PLAINTEXT", Map.of(), Map.of());

    /** With a certificate from an authority in that folder. */
    static Encryption in(Path folder) throws IOException {
        var certificate = CertificateAuthority.in(folder, Clock.systemUTC()).certificateFor("kafka");
        var trust = Map.<String, Object>of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.trustStore().toString());
        var server = new HashMap<>(trust);
        server.putAll(Map.of("ssl.keystore.type", "PEM", "ssl.keystore.location", certificate.keyStore()));
        var client = new HashMap<>(trust);
        client.put("security.protocol", "SSL");
        return new Encryption("SSL", server, client);
    }
}
