package dev.millrace.local.engines;

import dev.millrace.local.http.Http;
import dev.millrace.local.jvm.BootJar;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.jvm.JavaComponent;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Passwords;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Kafka, as platform-broker runs it: ready when every topic of the catalogue is there. */
public final class Kafka implements JavaComponent {

    public static final String NAME = "kafka";

    private static final String OPERATOR = "operator";

    private final Settings settings;

    public Kafka(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KAFKA, Port.KAFKA_NODES, Port.KAFKA_CONTROLLER, Port.KAFKA_MANAGEMENT);
    }

    @Override
    public Program program() throws IOException {
        var data = settings.folders().dataOf(NAME);
        var environment = Map.of(
                "SERVER_PORT", number(Port.KAFKA_MANAGEMENT),
                "MILLRACE_BROKER_PORT", number(Port.KAFKA),
                "MILLRACE_BROKER_NODES_PORT", number(Port.KAFKA_NODES),
                "MILLRACE_BROKER_CONTROLLER_PORT", number(Port.KAFKA_CONTROLLER),
                "MILLRACE_ACCESS_PASSWORDS", passwords().file().toString(),
                "MILLRACE_BROKER_DATA_DIRECTORY", data.toString());
        return application().program(settings.heaps().kafka(), environment, data);
    }

    @Override
    public JavaApplication application() throws IOException {
        var folders = settings.folders();
        return new BootJar(folders.jar("platform-broker"), folders.applications())
                .application(JavaApplication.QUICK_COMPILER);
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answersOk(
                URI.create("http://127.0.0.1:%s/actuator/health/readiness".formatted(number(Port.KAFKA_MANAGEMENT))));
    }

    public String address() {
        return "127.0.0.1:" + number(Port.KAFKA);
    }

    /** Lets the operator in with Kafka's own tools and with those that stand on librdkafka. */
    @Override
    public void equip() throws IOException {
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

    private Passwords passwords() {
        return settings.credentials().kafka();
    }

    public String passwordOf(String user) {
        return passwords().of(user);
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

    private String number(Port port) {
        return Integer.toString(settings.ports().of(port));
    }
}
