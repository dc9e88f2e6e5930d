package dev.millrace.broker.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that stands on librdkafka, even one too old for Kafka's SCRAM, gets on with a further listener. */
class KcatTest {

    private static final String USER = "writer";
    private static final String TOPIC = "greetings";

    @TempDir
    Path folder;

    private final String address = "localhost:" + Nodes.freePort();
    private KeyStores server;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "kcat"))),
                "kcat is not on the PATH: apt-get install kcat");
    }

    @BeforeEach
    void certify() throws Exception {
        server = KeyStores.of(folder, "localhost");
    }

    @Test
    void listsWritesAndReadsByAPassword() throws Exception {
        getsOn(
                Map.of(
                        "protocol",
                        "SASL_SSL",
                        "kafka.sasl.enabled.mechanisms",
                        "PLAIN",
                        "kafka.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"secret\";"
                                .formatted(USER)),
                Map.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanisms", "PLAIN",
                        "sasl.username", USER,
                        "sasl.password", "secret"));
    }

    @Test
    void listsWritesAndReadsByACertificate() throws Exception {
        var client = KeyStores.of(folder, USER);
        server.trusts(client);
        getsOn(
                Map.of(
                        "protocol", "SSL",
                        "kafka.ssl.client.auth", "required",
                        "kafka.ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/",
                        "kafka.ssl.truststore.location", server.properties().get("ssl.truststore.location"),
                        "kafka.ssl.truststore.password", KeyStores.PASSWORD),
                Map.of(
                        "security.protocol",
                        "SSL",
                        "ssl.keystore.location",
                        client.keys(),
                        "ssl.keystore.password",
                        KeyStores.PASSWORD));
    }

    private void getsOn(Map<String, String> listener, Map<String, String> client) throws Exception {
        try (var node = KafkaNode.start(Nodes.in(folder.resolve("data"), settings(listener)));
                var administrator = new TestClient(node.connection())) {
            administrator.create(TOPIC);
            administrator
                    .admin()
                    .createAcls(List.of(everythingWithTheTopic()))
                    .all()
                    .get();
            var config = configuration(client);
            assertThat(kcat(config, "", "-L")).contains("topic \"%s\" with 1 partitions".formatted(TOPIC));
            kcat(config, "hello\nagain\n", "-P", "-t", TOPIC, "-X", "acks=all");
            assertThat(kcat(config, "", "-C", "-t", TOPIC, "-o", "beginning", "-e", "-q"))
                    .isEqualTo("hello\nagain\n");
        }
    }

    private Map<String, Object> settings(Map<String, String> listener) {
        var settings = new HashMap<String, Object>();
        listener.forEach((name, value) -> settings.put("millrace.broker.listeners.kcat." + name, value));
        settings.put("millrace.broker.listeners.kcat.port", address.substring(address.indexOf(':') + 1));
        settings.put("millrace.broker.listeners.kcat.kafka.ssl.keystore.location", server.keys());
        settings.put("millrace.broker.listeners.kcat.kafka.ssl.keystore.password", KeyStores.PASSWORD);
        settings.put("millrace.broker.listeners.kcat.kafka.ssl.key.password", KeyStores.PASSWORD);
        return settings;
    }

    private Path configuration(Map<String, String> client) throws Exception {
        var properties = new HashMap<>(client);
        properties.put("bootstrap.servers", address);
        properties.put("ssl.ca.location", server.certificate());
        return Files.writeString(
                folder.resolve("kcat.properties"),
                properties.entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private static AclBinding everythingWithTheTopic() {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, TOPIC, PatternType.LITERAL),
                new AccessControlEntry("User:" + USER, "*", AclOperation.ALL, AclPermissionType.ALLOW));
    }

    private String kcat(Path configuration, String input, String... arguments)
            throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("kcat", "-F", configuration.toString()), Stream.of(arguments))
                .toList();
        var said = folder.resolve("kcat.log");
        var process = new ProcessBuilder(command).redirectError(said.toFile()).start();
        try (var into = process.getOutputStream()) {
            into.write(input.getBytes(UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        return output;
    }
}
