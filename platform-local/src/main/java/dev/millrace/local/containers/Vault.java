package dev.millrace.local.containers;

import dev.millrace.local.Lineup;
import dev.millrace.local.certificates.CertificateAuthority;
import dev.millrace.local.platform.Refused;
import dev.millrace.local.settings.Brokers;
import dev.millrace.local.settings.Credentials;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Heaps;
import dev.millrace.local.settings.Ports;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;

/** Every secret of a platform of containers, made once and kept in one volume, which no container mounts but those of setup. */
final class Vault {

    private final Settings settings;

    private Vault(Settings settings) {
        this.settings = settings;
    }

    /**
     * The secrets in a folder; made there if there are none.
     *
     * @param brokers how many the platform is to have
     * @throws Refused if it has another number
     */
    static Vault in(Path folder, OptionalInt brokers) throws IOException {
        var made = Brokers.in(folder, brokers);
        if (brokers.isPresent() && made.count() != brokers.getAsInt()) {
            throw new Refused(
                    "The volumes hold a platform of %d brokers, which can't become one of %d. Start it as what it is, or delete it with 'docker compose down -v'."
                            .formatted(made.count(), brokers.getAsInt()));
        }
        return new Vault(new Settings(
                new Folders(folder, folder), Ports.shiftedBy(0), Heaps.STANDARD, Credentials.in(folder), made));
    }

    Credentials credentials() {
        return settings.credentials();
    }

    Brokers brokers() {
        return settings.brokers();
    }

    /** The platform as it would be on one machine, which knows what each service has to be told. */
    Lineup lineup() {
        return new Lineup(settings);
    }

    CertificateAuthority authority() throws IOException {
        return CertificateAuthority.in(settings.folders().data().resolve("certificates"), Clock.systemUTC());
    }
}
