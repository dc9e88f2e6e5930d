package dev.millrace.local.engines;

import dev.millrace.contracts.Contracts;
import dev.millrace.local.files.Distribution;
import dev.millrace.local.http.Http;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.jvm.JavaComponent;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Apicurio Registry over PostgreSQL, holding every contract of the platform. */
public final class SchemaRegistry implements JavaComponent {

    public static final String NAME = "schema-registry";

    private static final List<String> OPTIONS =
            List.of(JavaApplication.QUICK_COMPILER, "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final Settings settings;
    private final PostgreSql postgresql;

    public SchemaRegistry(Settings settings, PostgreSql postgresql) {
        this.settings = settings;
        this.postgresql = postgresql;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PostgreSql.NAME);
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.SCHEMA_REGISTRY);
    }

    @Override
    public boolean isUnpacked() {
        return distribution().isUnpacked();
    }

    private Distribution distribution() {
        return new Distribution(settings.folders().engines(), NAME, _ -> true);
    }

    @Override
    public Program program() throws IOException {
        return application()
                .program(
                        settings.heaps().schemaRegistry(),
                        environment(),
                        settings.folders().dataOf(NAME));
    }

    /** Without Quarkus's own class loader, whose classes the JVM could not share between starts. */
    @Override
    public JavaApplication application() throws IOException {
        var folder = distribution().unpacked();
        var classPath = new ArrayList<Path>();
        for (var part : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            try (var jars = Files.list(folder.resolve(part))) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(classPath::add);
            }
        }
        return new JavaApplication(folder, classPath, "io.quarkus.runner.GeneratedMain", OPTIONS);
    }

    private Map<String, String> environment() {
        var database = postgresql.of("registry", "registry");
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(settings.ports().of(Port.SCHEMA_REGISTRY))),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("APICURIO_STORAGE_KIND", "sql"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
                Map.entry("APICURIO_DATASOURCE_URL", database.url()),
                Map.entry("APICURIO_DATASOURCE_USERNAME", database.username()),
                Map.entry("APICURIO_DATASOURCE_PASSWORD", database.password()),
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "4"));
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answersOk(api("/subjects"));
    }

    @Override
    public void equip() throws IOException, InterruptedException {
        new Subjects(api()).register(Contracts.schemas());
    }

    public URI api() {
        return api(settings);
    }

    /** Where it is found, whether it runs or not. */
    static URI api(Settings settings) {
        return URI.create(
                "http://127.0.0.1:%d/apis/ccompat/v7".formatted(settings.ports().of(Port.SCHEMA_REGISTRY)));
    }

    private URI api(String path) {
        return URI.create(api() + path);
    }
}
