package dev.millrace.local.engines;

import dev.millrace.local.http.Http;
import dev.millrace.local.jvm.BootJar;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.jvm.JavaComponent;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Kafka, as platform-broker runs it: ready when every topic of the catalogue is there. */
public final class Kafka implements JavaComponent {

    public static final String NAME = "kafka";

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
        return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER, Port.KAFKA_MANAGEMENT);
    }

    @Override
    public Program program() throws IOException {
        var data = settings.folders().dataOf(NAME);
        var environment = Map.of(
                "SERVER_PORT", number(Port.KAFKA_MANAGEMENT),
                "MILLRACE_BROKER_PORT", number(Port.KAFKA),
                "MILLRACE_BROKER_CONTROLLER_PORT", number(Port.KAFKA_CONTROLLER),
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

    private String number(Port port) {
        return Integer.toString(settings.ports().of(port));
    }
}
