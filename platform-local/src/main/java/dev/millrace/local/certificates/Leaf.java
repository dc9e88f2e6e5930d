package dev.millrace.local.certificates;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A certificate issued earlier, which may be of use still. */
record Leaf(Path file, Identity authority) {

    /** Empty also for what is missing, damaged or of another authority: all of that is mended by a new one. */
    Optional<Identity> validLongEnough(Instant now) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var identity = Identity.parse(Files.readString(file, ISO_8859_1));
            identity.certificate().verify(authority.certificate().getPublicKey());
            return Optional.of(identity).filter(leaf -> isFresh(leaf, now));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static boolean isFresh(Identity leaf, Instant now) {
        var from = leaf.certificate().getNotBefore().toInstant();
        var until = leaf.certificate().getNotAfter().toInstant();
        var left = Duration.between(now, until);
        return !now.isBefore(from)
                && left.compareTo(Duration.between(from, until).dividedBy(3)) > 0;
    }
}
