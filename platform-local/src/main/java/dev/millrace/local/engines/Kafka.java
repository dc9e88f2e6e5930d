package dev.millrace.local.engines;

import static java.util.stream.Collectors.joining;

import dev.millrace.local.platform.Component;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Kafka: one broker, or a cluster of three. */
public final class Kafka {

    public static final String NAME = "kafka";

    private static final String OPERATOR = "operator";

    private final Settings settings;
    private final List<KafkaBroker> brokers;

    public Kafka(Settings settings) {
        this.settings = settings;
        this.brokers = settings.brokers()
                .numbers()
                .mapToObj(number -> new KafkaBroker(settings, number))
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
        return Map.of(
                "bootstrap.servers",
                address(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, passwordOf(user)));
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
        ClientFile.write(
                settings.folders().data().resolve("kcat.properties"),
                Map.of(
                        "bootstrap.servers",
                        address(),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanisms",
                        "SCRAM-SHA-512",
                        "sasl.username",
                        OPERATOR,
                        "sasl.password",
                        passwordOf(OPERATOR)));
    }

    /** What {@code --command-config} of Kafka's tools takes. */
    public Path operatorFile() {
        return settings.folders().data().resolve("kafka-operator.properties");
    }
}
