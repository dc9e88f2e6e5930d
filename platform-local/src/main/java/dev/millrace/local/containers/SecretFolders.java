package dev.millrace.local.containers;

import dev.millrace.local.services.Service;
import dev.millrace.local.settings.Credentials;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A folder for each container with what it alone must know: a volume of its own once it runs. Files are named after the
 * settings of Spring Boot that they hold ({@code configtree:}), or after what they are.
 *
 * @param root holds the folders, each of which is there already
 */
record SecretFolders(Path root) {

    private static final String TRUST_STORE = "trust-store.pem";
    private static final String CLIENT = "kafka.properties";
    private static final String PASSWORD = "_PASSWORD";

    /** Writes what has changed; whoever reads meanwhile sees a file as it was or as it is now. */
    void fill(Vault vault) throws IOException {
        var databases = vault.credentials().database();
        write("postgresql", "password", databases.of(Credentials.SUPERUSER));
        write(
                "schema-registry",
                "application.properties",
                "apicurio.datasource.password=%s%n".formatted(databases.of("registry")));
        for (int number : vault.brokers().numbers().toArray()) {
            fillBroker("kafka-" + number, vault);
        }
        for (var service : vault.lineup().services()) {
            fillService(service, vault);
        }
        write("demo", CLIENT, text(client("ledger", vault)));
        write("operator", CLIENT, text(client("operator", vault)));
        write("kafka-ui", "application.properties", text(kafkaUi(vault)));
    }

    private void fillBroker(String name, Vault vault) throws IOException {
        var certificate = vault.authority().certificateFor(name);
        copy(certificate.keyStore(), name, "key-store.pem");
        copy(certificate.trustStore(), name, TRUST_STORE);
        copy(vault.credentials().kafka().file(), name, "users.properties");
        write(name, "millrace.broker.node-password", vault.credentials().kafka().of("node"));
        write(name, "millrace.broker.cluster-id", vault.brokers().clusterId());
        write(name, "millrace.broker.join", Boolean.toString(vault.brokers().areBorn()));
    }

    private void fillService(Service service, Vault vault) throws IOException {
        copy(vault.authority().trustStore(), service.name(), TRUST_STORE);
        for (var variable : service.environment().entrySet()) {
            if (variable.getKey().endsWith(PASSWORD)) {
                write(service.name(), settingOf(variable.getKey()), variable.getValue());
            }
        }
    }

    /** Settings of Kafbat UI, which asks its own users for nothing: it may only look. */
    private static Map<String, String> kafkaUi(Vault vault) throws IOException {
        var cluster = "kafka.clusters[0].";
        var settings = new HashMap<>(Map.of(
                cluster + "name",
                "millrace",
                cluster + "bootstrapServers",
                vault.brokers().numbers().mapToObj("kafka-%d:9092"::formatted).collect(Collectors.joining(",")),
                cluster + "schemaRegistry",
                "http://schema-registry:8080/apis/ccompat/v7",
                cluster + "defaultValueSerde",
                "SchemaRegistry",
                cluster + "readOnly",
                "true"));
        client("viewer", vault).forEach((name, value) -> settings.put(cluster + "properties." + name, value));
        return settings;
    }

    /** What logs a user in to Kafka, wherever the file is: what it needs to trust is in it. */
    private static Map<String, String> client(String user, Vault vault) throws IOException {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, vault.credentials().kafka().of(user)),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                Files.readString(vault.authority().trustStore()));
    }

    private static String text(Map<String, String> settings) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        var text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    private static String settingOf(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private void copy(Path from, String container, String name) throws IOException {
        write(container, name, Files.readString(from));
    }

    /** Readable for whoever mounts the folder, which is one container. */
    private void write(String container, String name, String content) throws IOException {
        var file = root.resolve(container).resolve(name);
        if (Files.exists(file) && Files.readString(file).equals(content)) {
            return;
        }
        var draft = file.resolveSibling("." + name);
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
