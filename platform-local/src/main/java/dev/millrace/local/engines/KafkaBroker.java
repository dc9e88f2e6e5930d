package dev.millrace.local.engines;

import static java.util.stream.Collectors.joining;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One node of Kafka, as platform-broker runs it: ready when every topic of the catalogue is there. */
final class KafkaBroker implements JavaComponent {

    static final String CLUSTER = "cluster";

    private static final String NODE = "node";

    private final Settings settings;
    private final Certificates certificates;
    private final int number;
    private final KafkaPorts ports;

    KafkaBroker(Settings settings, Certificates certificates, int number) {
        this.settings = settings;
        this.certificates = certificates;
        this.number = number;
        this.ports = KafkaPorts.of(number);
    }

    @Override
    public String name() {
        return settings.brokers().areACluster() ? Kafka.NAME + "-" + number : Kafka.NAME;
    }

    @Override
    public List<Port> ports() {
        return ports.all();
    }

    @Override
    public boolean isReplicated() {
        return settings.brokers().areACluster();
    }

    @Override
    public Program program() throws IOException {
        var data = settings.folders().dataOf(name());
        var environment = new HashMap<>(Map.of(
                "SERVER_PORT", number(ports.management()),
                "MILLRACE_BROKER_PORT", number(ports.clients()),
                "MILLRACE_BROKER_NODES_PORT", number(ports.nodes()),
                "MILLRACE_BROKER_CONTROLLER_PORT", number(ports.controller()),
                "MILLRACE_ACCESS_PASSWORDS", passwords().file().toString(),
                "MILLRACE_SCHEMA_REGISTRY_URL", SchemaRegistry.api(settings).toString(),
                "MILLRACE_BROKER_DATA_DIRECTORY", data.toString()));
        if (settings.brokers().areACluster()) {
            environment.putAll(membership());
        }
        return application().program(settings.heaps().kafka(), environment, data);
    }

    /** A cluster that has been up once is joined: what is missing of this node's data, the others have. */
    private Map<String, String> membership() throws IOException {
        var brokers = settings.brokers();
        var certificate = certificates.of(name());
        return Map.of(
                "MILLRACE_BROKER_TLS_KEY_STORE", certificate.keyStore().toString(),
                "MILLRACE_BROKER_TLS_TRUST_STORE", certificate.trustStore().toString(),
                "SPRING_PROFILES_ACTIVE", CLUSTER,
                "MILLRACE_BROKER_NODE_ID", Integer.toString(number),
                "MILLRACE_BROKER_RACK", "rack-" + number,
                "MILLRACE_BROKER_CLUSTER_ID", brokers.clusterId(),
                "MILLRACE_BROKER_NODE_PASSWORD", passwords().of(NODE),
                "MILLRACE_BROKER_JOIN", Boolean.toString(brokers.areBorn()),
                "MILLRACE_BROKER_QUORUM",
                        brokers.numbers()
                                .mapToObj(each -> "%d@127.0.0.1:%s"
                                        .formatted(
                                                each, number(KafkaPorts.of(each).controller())))
                                .collect(joining(",")));
    }

    private Passwords passwords() {
        return settings.credentials().kafka();
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
                URI.create("http://127.0.0.1:%s/actuator/health/readiness".formatted(number(ports.management()))));
    }

    @Override
    public void equip() throws IOException {
        settings.brokers().rememberBirth();
    }

    int number() {
        return number;
    }

    String address() {
        return "127.0.0.1:" + number(ports.clients());
    }

    private String number(Port port) {
        return Integer.toString(settings.ports().of(port));
    }
}
