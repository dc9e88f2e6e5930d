package dev.millrace.local.engines;

import dev.millrace.local.files.Distribution;
import dev.millrace.local.files.Trees;
import dev.millrace.local.platform.Component;
import dev.millrace.local.processes.Program;
import dev.millrace.local.processes.Unprivileged;
import dev.millrace.local.settings.Credentials;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL with a log that Debezium can read, safe against a crash of the machine. */
public final class PostgreSql implements Component {

    static final String NAME = "postgresql";

    private final Settings settings;
    private final Path data;

    public PostgreSql(Settings settings) {
        this.settings = settings;
        this.data = settings.folders().dataOf(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.POSTGRESQL);
    }

    @Override
    public Program program() throws IOException, InterruptedException {
        var binaries = new Distribution(settings.folders().engines(), NAME, _ -> true).unpacked();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        var command = new ArrayList<>(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        configuration().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        // INT: end the sessions; TERM would wait for every client to leave by itself.
        return new Program(Unprivileged.command(command, binaries, data), Map.of(), data).stoppedBy("INT");
    }

    private Map<String, String> configuration() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(settings.ports().of(Port.POSTGRESQL))),
                Map.entry("unix_socket_directories", ""),
                Map.entry("wal_level", "logical"),
                Map.entry("max_slot_wal_keep_size", "1GB"),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("max_connections", "100"),
                Map.entry("max_wal_senders", "8"),
                Map.entry("max_replication_slots", "8"),
                Map.entry("wal_sender_timeout", "10s"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    /** A crash in here leaves a folder without the last step's name, which the next start removes. */
    private void initialise(Path binaries) throws IOException, InterruptedException {
        var draft = data.resolveSibling(NAME + ".draft");
        Trees.delete(draft);
        Unprivileged.folder(draft);
        var password = Unprivileged.secret(
                data.resolveSibling(NAME + ".password"), settings.credentials().passwordOf(Credentials.SUPERUSER));
        try {
            initdb(binaries, draft, password);
        } finally {
            Files.delete(password);
        }
        Files.move(draft, data);
    }

    private void initdb(Path binaries, Path draft, Path password) throws IOException, InterruptedException {
        var command = List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + Credentials.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        var log = settings.folders().logOf("initdb");
        Files.createDirectories(log.getParent());
        var exit = new ProcessBuilder(Unprivileged.command(command, binaries, draft))
                .directory(draft.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("initdb ended with exit code %d: %s".formatted(exit, Files.readString(log)));
        }
    }

    @Override
    public boolean isReady() throws SQLException {
        try (var connection = superuser().connect();
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        }
    }

    @Override
    public void equip() throws SQLException {
        var roles = new Roles(settings.credentials());
        try (var connection = superuser().connect()) {
            roles.make(connection);
        }
        try (var users = of("users", Credentials.SUPERUSER).connect()) {
            Roles.letCdcConnectorRead(users);
        }
    }

    Database superuser() {
        return of("postgres", Credentials.SUPERUSER);
    }

    Database of(String database, String role) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.ports().of(Port.POSTGRESQL), database),
                role,
                settings.credentials().passwordOf(role));
    }
}
