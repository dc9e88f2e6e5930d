package dev.millrace.local.certificates;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Where the certificate of a node is, in the shape of Kafka's {@code ssl.keystore.type=PEM} and
 * {@code ssl.truststore.type=PEM}.
 *
 * @param keyStore the private key and its chain, in one file that only its owner can read
 * @param trustStore the certificate of the authority, which is all that a client needs
 * @param expiry when peers begin to refuse it
 */
public record NodeCertificate(Path keyStore, Path trustStore, Instant expiry) {}
