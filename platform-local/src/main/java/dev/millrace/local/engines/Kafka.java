package dev.millrace.local.engines;

import static java.util.stream.Collectors.joining;

import dev.millrace.local.platform.Component;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Kafka: one broker, or a cluster of three. */
public final class Kafka {

    public static final String NAME = "kafka";

    private static final String OPERATOR = "operator";

    private static final List<String> LISTENERS = List.of("clients", "nodes", "controller");

    private final Settings settings;
    private final Certificates certificates;
    private final List<KafkaBroker> brokers;

    public Kafka(Settings settings) {
        this.settings = settings;
        this.certificates = new Certificates(settings.folders());
        this.brokers = settings.brokers()
                .numbers()
                .mapToObj(number -> new KafkaBroker(settings, certificates, number))
                .toList();
    }

    public List<? extends Component> brokers() {
        return brokers;
    }

    /** What has to be ready for Kafka to be ready. */
    public Set<String> names() {
        return brokers.stream().map(KafkaBroker::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Hosts and ports for clients. */
    public String address() {
        return brokers.stream().map(KafkaBroker::address).collect(joining(","));
    }

    public String passwordOf(String user) {
        return settings.credentials().kafka().of(user);
    }

    /** Properties of a client that comes as one of the users. */
    public Map<String, Object> clientOf(String user) {
        var properties = new HashMap<String, Object>(Map.of(
                "bootstrap.servers",
                address(),
                "security.protocol",
                protocol(),
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, passwordOf(user))));
        trustStore().ifPresent(file -> {
            properties.put("ssl.truststore.type", "PEM");
            properties.put("ssl.truststore.location", file.toString());
        });
        return Map.copyOf(properties);
    }

    /** A cluster speaks TLS; one broker alone never leaves the loopback interface. */
    private String protocol() {
        return settings.brokers().areACluster() ? "SASL_SSL" : "SASL_PLAINTEXT";
    }

    /** What clients have to believe, where certificates are used. */
    private Optional<Path> trustStore() {
        try {
            return settings.brokers().areACluster() ? Optional.of(certificates.trustStore()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service has to be told besides its name. */
    public Map<String, String> environmentOf(String service) {
        var environment = new HashMap<>(Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", address(),
                "SPRING_KAFKA_SECURITY_PROTOCOL", protocol(),
                "MILLRACE_KAFKA_PASSWORD", passwordOf(service)));
        trustStore().ifPresent(file -> {
            environment.put("SPRING_KAFKA_SSL_TRUSTSTORETYPE", "PEM");
            environment.put("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", file.toUri().toString());
        });
        return environment;
    }

    /** Gives every broker a new certificate, and has it used from the next connection on, without a restart. */
    public void renewCertificates() throws IOException, InterruptedException, ExecutionException {
        if (!settings.brokers().areACluster()) {
            throw new IllegalStateException("one broker alone uses no certificates");
        }
        for (var broker : brokers) {
            certificates.renew(broker.name());
        }
        try (var admin = Admin.create(clientOf(OPERATOR))) {
            var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
            for (var broker : brokers) {
                var file = certificates.of(broker.name()).keyStore().toString();
                changes.put(
                        new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker.number())),
                        LISTENERS.stream()
                                .map(listener -> keyStore(listener, file))
                                .toList());
            }
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    /** A broker reads the file again when it is told its name again. */
    private static AlterConfigOp keyStore(String listener, String file) {
        return new AlterConfigOp(
                new ConfigEntry("listener.name.%s.ssl.keystore.location".formatted(listener), file),
                AlterConfigOp.OpType.SET);
    }

    /** platform-broker without a broker, as the operator of this Kafka; wants to be told what to do. */
    public Program commandLine() throws IOException {
        var environment = new HashMap<>(Map.of(
                "MILLRACE_CONTROL_COMMAND_CONFIG", operatorFile().toString(),
                "MILLRACE_DECLARED_FOLDER",
                        settings.folders()
                                .home()
                                .resolve("platform-broker/platform")
                                .toUri()
                                .toString(),
                "MILLRACE_ACCESS_PASSWORDS",
                        settings.credentials().kafka().file().toString()));
        if (settings.brokers().areACluster()) {
            environment.put("SPRING_PROFILES_ACTIVE", KafkaBroker.CLUSTER);
        }
        return brokers.getFirst()
                .application()
                .program(
                        settings.heaps().service(),
                        environment,
                        settings.folders().dataOf("plan"));
    }

    /** Writes what lets the operator in with Kafka's own tools and with those that stand on librdkafka. */
    public void writeClientFiles() throws IOException {
        ClientFile.write(operatorFile(), clientOf(OPERATOR));
        var kcat = new HashMap<>(Map.of(
                "bootstrap.servers", address(),
                "security.protocol", protocol(),
                "sasl.mechanisms", "SCRAM-SHA-512",
                "sasl.username", OPERATOR,
                "sasl.password", passwordOf(OPERATOR)));
        trustStore().ifPresent(file -> kcat.put("ssl.ca.location", file.toString()));
        ClientFile.write(settings.folders().data().resolve("kcat.properties"), kcat);
    }

    /** What {@code --command-config} of Kafka's tools takes. */
    public Path operatorFile() {
        return settings.folders().data().resolve("kafka-operator.properties");
    }
}
