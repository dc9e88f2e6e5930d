package dev.millrace.local.engines;

import dev.millrace.local.certificates.CertificateAuthority;
import dev.millrace.local.certificates.NodeCertificate;
import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The certificates of the brokers of one platform, from an authority of its own. */
final class Certificates {

    private final Path folder;

    Certificates(Folders folders) {
        this.folder = folders.data().resolve("certificates");
    }

    /** The one it has, or a new one when that is due; made by one broker at a time. */
    synchronized NodeCertificate of(String broker) throws IOException {
        return authority().certificateFor(broker);
    }

    /** A new one, due or not. */
    synchronized NodeCertificate renew(String broker) throws IOException {
        return authority().rotate(broker, CertificateAuthority.VALIDITY);
    }

    /** What a client has to believe. */
    synchronized Path trustStore() throws IOException {
        return authority().trustStore();
    }

    private CertificateAuthority authority() throws IOException {
        return CertificateAuthority.in(folder, Clock.systemUTC());
    }
}
