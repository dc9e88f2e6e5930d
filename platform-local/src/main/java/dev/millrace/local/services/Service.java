package dev.millrace.local.services;

import dev.millrace.local.http.Http;
import dev.millrace.local.jvm.BootJar;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.jvm.JavaComponent;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Spring Boot jar, set up by nothing but environment variables.
 *
 * @param name the module it comes from
 * @param environment what it is told beyond what every service is told
 */
public record Service(Settings settings, String name, Port port, Set<String> needs, Map<String, String> environment)
        implements JavaComponent {

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public Program program() throws IOException {
        var data = settings.folders().dataOf(name);
        return application().program(settings.heaps().service(), variables(data.toString()), data);
    }

    @Override
    public JavaApplication application() throws IOException {
        var folders = settings.folders();
        return new BootJar(folders.jar(name), folders.applications()).application();
    }

    private Map<String, String> variables(String data) {
        var variables = new HashMap<>(environment);
        variables.put("SERVER_PORT", Integer.toString(settings.ports().of(port)));
        variables.put("MILLRACE_DATA_DIRECTORY", data);
        return variables;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + settings.ports().of(port));
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answersOk(address().resolve("/actuator/health/readiness"));
    }
}
