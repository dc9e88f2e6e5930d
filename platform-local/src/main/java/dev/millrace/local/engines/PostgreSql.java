package dev.millrace.local.engines;

import dev.millrace.local.files.Distribution;
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

/** PostgreSQL with a log that Debezium can read, safe against a crash of the machine. */
public final class PostgreSql implements Component {

    public static final String NAME = "postgresql";

    private final Settings settings;

    public PostgreSql(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.POSTGRESQL);
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
        var binaries = distribution().unpacked().resolve("bin");
        var folder = Unprivileged.folder(settings.folders().dataOf(NAME));
        var cluster = folder.resolve("cluster");
        var server = server(binaries, cluster);
        var command = Files.exists(cluster) ? server : initialisingFirst(binaries, folder, server);
        // INT: end the sessions; TERM would wait for every client to leave by itself.
        return new Program(Unprivileged.command(command, binaries, folder), Map.of(), folder).stoppedBy("INT");
    }

    private List<String> server(Path binaries, Path cluster) {
        var command = new ArrayList<>(List.of(binaries.resolve("postgres").toString(), "-D", cluster.toString()));
        configuration().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** The cluster gets its name last: a start that dies before leaves a draft, which the next one begins anew. */
    private List<String> initialisingFirst(Path binaries, Path folder, List<String> server) throws IOException {
        var password = settings.credentials().database().of(Credentials.SUPERUSER);
        var passwordFile = Unprivileged.secret(folder.resolve("password"), password);
        var script = """
                set -e
                initdb=$1 password=$2
                shift 2
                rm -rf cluster.draft
                "$initdb" --pgdata=cluster.draft --username=%s --pwfile="$password" --auth=scram-sha-256 \
                    --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8
                rm "$password"
                mv cluster.draft cluster
                exec "$@"
                """.formatted(Credentials.SUPERUSER);
        var initdb = binaries.resolve("initdb");
        var command = new ArrayList<>(List.of("sh", "-c", script, NAME, initdb.toString(), passwordFile.toString()));
        command.addAll(server);
        return command;
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

    /** Only once it takes writes: while it recovers it may already be read. */
    @Override
    public boolean isReady() throws SQLException {
        try (var connection = superuser().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select not pg_is_in_recovery()")) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public void equip() throws SQLException {
        new Roles(settings.credentials().database()).make(database -> of(database, Credentials.SUPERUSER));
    }

    Database superuser() {
        return of("postgres", Credentials.SUPERUSER);
    }

    /** A database as one of its roles. */
    public Database of(String database, String role) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.ports().of(Port.POSTGRESQL), database),
                role,
                settings.credentials().database().of(role));
    }
}
