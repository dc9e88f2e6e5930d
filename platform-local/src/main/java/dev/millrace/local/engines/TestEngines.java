package dev.millrace.local.engines;

import dev.millrace.local.files.Trees;
import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.DataFolder;
import dev.millrace.local.platform.TemporaryData;
import dev.millrace.local.settings.Brokers;
import dev.millrace.local.settings.Credentials;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Heaps;
import dev.millrace.local.settings.Ports;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Engines for tests, processes or containers: started once per JVM on free ports and temporary data, ended when the JVM ends. */
public final class TestEngines {

    private static final String PROCESSES = "processes";

    private static @Nullable TestEngines instance;

    private final Path data;
    private final DataFolder claim;
    private final EngineHost host;
    private final PostgreSql postgresql;
    private final Kafka kafka;
    private final Elasticsearch elasticsearch;
    private final SchemaRegistry schemaRegistry;
    private final Set<Engine> started = EnumSet.noneOf(Engine.class);

    private TestEngines() throws IOException {
        data = TemporaryData.make();
        claim = DataFolder.claim(data);
        var folders = new Folders(home(), data);
        var ports = Ports.free();
        host = areContainers() ? ContainerHost.open(folders, ports) : new ProcessHost(folders);
        var settings = new Settings(
                folders,
                ports,
                Heaps.STANDARD,
                Credentials.in(host.secrets()),
                Brokers.in(host.secrets(), OptionalInt.empty()));
        postgresql = new PostgreSql(settings);
        kafka = new Kafka(settings);
        elasticsearch = new Elasticsearch(settings);
        schemaRegistry = new SchemaRegistry(settings, postgresql);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "test-engines"));
    }

    /** Starts those that do not run yet; each stays up until the JVM ends. */
    public static synchronized TestEngines start(Engine... engines) {
        try {
            if (instance == null) {
                instance = new TestEngines();
            }
            instance.startMissing(engines);
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startMissing(Engine... engines) {
        var missing = EnumSet.noneOf(Engine.class);
        missing.addAll(Set.of(engines));
        if (missing.contains(Engine.SCHEMA_REGISTRY)) {
            missing.add(Engine.POSTGRESQL);
        }
        missing.removeAll(started);
        host.start(missing.stream().map(this::component).toList());
        started.addAll(missing);
    }

    private Component component(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> postgresql;
            case KAFKA -> kafka.brokers().getFirst();
            case ELASTICSEARCH -> elasticsearch;
            case SCHEMA_REGISTRY -> schemaRegistry;
        };
    }

    /** Host and port for clients of Kafka. */
    public String kafka() {
        return kafka.address();
    }

    /** Properties of a client of Kafka that comes as one of the users; {@code operator} may do everything. */
    public Map<String, Object> kafkaAs(String user) {
        return kafka.clientOf(user);
    }

    public String kafkaPasswordOf(String user) {
        return kafka.passwordOf(user);
    }

    /** The registry's Confluent-compatible API; every contract is registered. */
    public URI schemaRegistry() {
        return schemaRegistry.api();
    }

    public URI elasticsearch() {
        return elasticsearch.address();
    }

    /** The database, made when it is missing, as the role that owns it. */
    public Database database(String name) {
        return database(name, Roles.OWNERS.getOrDefault(name, Credentials.SUPERUSER));
    }

    /** The database, made when it is missing, as a role of the platform. */
    public Database database(String name, String role) {
        try (var connection = postgresql.superuser().connect();
                var statement = connection.createStatement()) {
            Roles.makeDatabase(statement, name, Roles.OWNERS.getOrDefault(name, Credentials.SUPERUSER));
            return postgresql.of(name, role);
        } catch (SQLException e) {
            throw new IllegalStateException("can't make database " + name, e);
        }
    }

    /** Stops the engine from running, as a machine that hangs would; its connections stay open. */
    public void pause(Engine engine) {
        host.pause(engine.component());
    }

    public void resume(Engine engine) {
        host.resume(engine.component());
    }

    /** Ends the engine as {@code kill -9} does. */
    public void kill(Engine engine) {
        host.kill(engine.component());
    }

    /** Starts the engine again over the same data and on the same port, after ending it if it still runs. */
    public void restart(Engine engine) {
        host.restart(engine.component());
    }

    private void end() {
        try {
            host.end();
            Trees.delete(data);
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ./mvnw verify -Dengines=containers} asks for. */
    private static boolean areContainers() {
        var engines = System.getProperty("millrace.engines", PROCESSES);
        return switch (engines) {
            case PROCESSES -> false;
            case "containers" -> true;
            default -> throw new IllegalStateException("engines are processes or containers, not " + engines);
        };
    }

    private static Path home() {
        var home = System.getProperty("millrace.home");
        if (home == null) {
            throw new IllegalStateException("set the system property millrace.home to the root of the repository");
        }
        return Path.of(home);
    }
}
