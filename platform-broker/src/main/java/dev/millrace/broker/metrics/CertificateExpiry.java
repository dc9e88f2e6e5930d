package dev.millrace.broker.metrics;

import dev.millrace.broker.ConditionalOnNode;
import dev.millrace.broker.node.NodeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How long the certificate of this node is still good, read from its file at each scrape, since it is replaced while the node runs. */
@Component
@ConditionalOnNode
final class CertificateExpiry implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(CertificateExpiry.class);
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private final NodeSettings settings;

    CertificateExpiry(NodeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var tls = settings.tls();
        if (tls != null) {
            TimeGauge.builder("millrace.certificate.expires", () -> secondsLeft(tls.keyStore()), TimeUnit.SECONDS)
                    .description("Time until the certificate of this node is refused")
                    .register(meters);
        }
    }

    private static double secondsLeft(Path keyStore) {
        try {
            return Duration.between(Instant.now(), expiry(keyStore)).toSeconds();
        } catch (IOException | CertificateException e) {
            log.atWarn()
                    .addKeyValue("file.path", keyStore)
                    .addKeyValue("error.message", e.toString())
                    .log("The certificate of this node can't be read");
            return Double.NaN;
        }
    }

    /** Of the first certificate, which is the node's own; its key comes before it. */
    static Instant expiry(Path keyStore) throws IOException, CertificateException {
        var pem = Files.readString(keyStore);
        var own = pem.substring(Math.max(0, pem.indexOf(BEGIN)));
        return certificate(own.getBytes(StandardCharsets.US_ASCII))
                .getNotAfter()
                .toInstant();
    }

    private static X509Certificate certificate(byte[] pem) throws IOException, CertificateException {
        try (var in = new ByteArrayInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
