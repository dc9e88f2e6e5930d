package dev.millrace.broker.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The key and the trusted certificates of somebody, made by the JDK's own tool. */
record KeyStores(Path folder, String name) {

    static final String PASSWORD = "changeit";

    static KeyStores of(Path folder, String name) throws IOException, InterruptedException {
        var stores = new KeyStores(folder, name);
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=ip:127.0.0.1,dns:" + name,
                "-keystore",
                stores.keys());
        return stores;
    }

    /** Whoever shows that one's certificate is believed. */
    void trusts(KeyStores other) throws IOException, InterruptedException {
        var certificate = other.certificate();
        keytool("-importcert", "-noprompt", "-alias", other.name, "-file", certificate, "-keystore", trusted());
    }

    /** The file of this one's certificate, as PEM. */
    String certificate() throws IOException, InterruptedException {
        var file = folder.resolve(name + ".crt").toString();
        keytool("-exportcert", "-rfc", "-alias", name, "-file", file, "-keystore", keys());
        return file;
    }

    String keys() {
        return folder.resolve(name + ".keys.p12").toString();
    }

    private String trusted() {
        return folder.resolve(name + ".trusted.p12").toString();
    }

    Map<String, String> properties() {
        return Map.of(
                "ssl.keystore.location", keys(),
                "ssl.keystore.password", PASSWORD,
                "ssl.key.password", PASSWORD,
                "ssl.truststore.location", trusted(),
                "ssl.truststore.password", PASSWORD);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.concat(Stream.of(arguments), Stream.of("-storetype", "PKCS12", "-storepass", PASSWORD)))
                .toList();
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
    }
}
