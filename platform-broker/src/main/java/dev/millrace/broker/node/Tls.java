package dev.millrace.broker.node;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a node encrypts its connections, as PEM files.
 *
 * @param keyStore the node's private key and certificate chain
 * @param trustStore the authorities whose certificates it believes
 */
public record Tls(Path keyStore, Path trustStore) {

    Map<String, String> properties() {
        return Map.of(
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                keyStore.toString(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                trustStore.toString());
    }
}
