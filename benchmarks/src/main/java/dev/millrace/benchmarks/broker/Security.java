package dev.millrace.benchmarks.broker;

import static java.util.Objects.requireNonNull;

import dev.millrace.local.certificates.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * How clients come in, and what both ends have to be told for it.
 *
 * @param protocol of the clients' listener
 */
record Security(String protocol, Map<String, Object> server, Map<String, Object> client) {

    /** Nobody is asked for anything. */
    static final Security NONE = new Security("PLAINTEXT", Map.of(), Map.of());

    private static final String SCRAM = "SCRAM-SHA-512";

    /** With a certificate from an authority in that folder, and without a login. */
    static Security tls(Path folder) throws IOException {
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
        return new Security("SSL", server, client);
    }

    /**
     * Users log in by SCRAM and every request is checked, as in a platform. The node itself comes to its controller as nobody.
     *
     * @param user a client of ours, whom the data of the peer knows
     */
    static Security login(Map<String, Object> user) {
        return new Security(
                "SASL_PLAINTEXT",
                Map.of(
                        "sasl.enabled.mechanisms",
                        SCRAM,
                        "sasl.mechanism.inter.broker.protocol",
                        SCRAM,
                        "listener.name.clients.scram-sha-512.sasl.jaas.config",
                        requireNonNull(user.get("sasl.jaas.config")),
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users",
                        "User:ANONYMOUS"),
                user);
    }
}
