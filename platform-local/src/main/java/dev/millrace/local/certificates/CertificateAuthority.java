package dev.millrace.local.certificates;

import dev.millrace.local.files.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** The platform's own root of trust: made once, kept in a folder, and asked by every node at its start. */
public final class CertificateAuthority {

    public static final Duration VALIDITY = Duration.ofDays(90);

    private static final Duration OWN_VALIDITY = Duration.ofDays(3650);

    /** Shorter than this, and certificates would begin to be cut off by the end of the authority. */
    private static final Duration NEAR_THE_END = VALIDITY;

    /** A label of a host name, and nothing that leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Path folder;
    private final Identity identity;
    private final Clock clock;

    private CertificateAuthority(Path folder, Identity identity, Clock clock) {
        this.folder = folder;
        this.identity = identity;
        this.clock = clock;
    }

    /** Key and certificate appear together or not at all, so that a half-made authority is never taken for one. */
    public static CertificateAuthority in(Path folder, Clock clock) throws IOException {
        new Drafts(folder).make("authority", draft -> write(draft, clock.instant()));
        var authority = new CertificateAuthority(folder, read(folder), clock);
        authority.checkThatItLasts();
        return authority;
    }

    /** The certificate of the authority itself, which everybody may read. */
    public Path trustStore() {
        return certificateIn(folder.resolve("authority"));
    }

    public Instant expiry() {
        return identity.certificate().getNotAfter().toInstant();
    }

    public NodeCertificate certificateFor(String name) throws IOException {
        return certificateFor(name, VALIDITY);
    }

    /**
     * Keeps what the node already has while more than a third of its life is left.
     *
     * @param name a host name without dots, such as {@code kafka-1}
     * @param validity of a new certificate, should one be due
     */
    public NodeCertificate certificateFor(String name, Duration validity) throws IOException {
        var leaf = new Leaf(keyStoreOf(name), identity);
        var kept = leaf.validLongEnough(clock.instant());
        return kept.isPresent() ? described(name, kept.get()) : rotate(name, validity);
    }

    /** Replaces the file in one step: whoever reads it meanwhile sees the old certificate or the new one. */
    public NodeCertificate rotate(String name, Duration validity) throws IOException {
        var keyStore = keyStoreOf(name);
        var issued = Issuance.at(clock.instant(), validity)
                .within(identity.certificate())
                .leaf(name, identity);
        PemFile.SECRET.write(keyStore, issued.keyAsPem() + issued.chainAsPem());
        return described(name, issued);
    }

    private NodeCertificate described(String name, Identity leaf) {
        return new NodeCertificate(
                keyStoreOf(name), trustStore(), leaf.certificate().getNotAfter().toInstant());
    }

    private Path keyStoreOf(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'%s' is not a host name without dots".formatted(name));
        }
        return folder.resolve(name + ".pem");
    }

    private void checkThatItLasts() throws IOException {
        if (!expiry().isAfter(clock.instant().plus(NEAR_THE_END))) {
            throw new IOException("The certificate authority in %s ends on %s. Delete that folder to get a new one."
                    .formatted(folder, expiry().atZone(ZoneOffset.UTC).toLocalDate()));
        }
    }

    private static void write(Path draft, Instant now) throws IOException {
        var identity = Issuance.at(now, OWN_VALIDITY).authority();
        PemFile.SECRET.write(keyIn(draft), identity.keyAsPem());
        PemFile.PUBLIC.write(certificateIn(draft), identity.chainAsPem());
    }

    private static Identity read(Path folder) throws IOException {
        var authority = folder.resolve("authority");
        try {
            return Identity.parse(Files.readString(keyIn(authority)) + Files.readString(certificateIn(authority)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "The certificate authority in %s can't be read (%s). Delete that folder to get a new one."
                            .formatted(folder, e),
                    e);
        }
    }

    private static Path keyIn(Path authority) {
        return authority.resolve("key.pem");
    }

    private static Path certificateIn(Path authority) {
        return authority.resolve("certificate.pem");
    }
}
