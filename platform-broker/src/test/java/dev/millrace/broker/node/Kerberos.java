package dev.millrace.broker.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;

/** A realm of its own with a key distribution center; this JVM belongs to it while it is there. */
final class Kerberos implements AutoCloseable {

    private static final String REALM = "MILLRACE.TEST";

    private final Path folder;
    private final SimpleKdcServer center = new SimpleKdcServer();

    private Kerberos(Path folder) throws KrbException {
        this.folder = folder;
    }

    static Kerberos in(Path folder) throws KrbException, IOException {
        var kerberos = new Kerberos(Files.createDirectories(folder));
        kerberos.start();
        return kerberos;
    }

    private void start() throws KrbException {
        center.setWorkDir(folder.toFile());
        center.setKdcRealm(REALM);
        center.setKdcHost("localhost");
        center.setKdcTcpPort(Nodes.freePort());
        center.setAllowUdp(false);
        center.init();
        center.start();
    }

    /** What somebody who is known here logs in with. */
    String admit(String name) throws KrbException {
        var principal = name + "@" + REALM;
        var keys = new File(folder.toFile(), name.replace('/', '-') + ".keytab");
        center.createPrincipal(principal, "secret");
        center.exportPrincipal(principal, keys);
        return """
                com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true storeKey=true \
                keyTab="%s" principal="%s";""".formatted(keys, principal);
    }

    /** From now on, what they log in with is out of date. */
    void changeKeysOf(String name) throws KrbException {
        center.getKadmin().changePassword(name + "@" + REALM, "another secret");
    }

    @Override
    public void close() throws KrbException {
        center.stop();
    }
}
