package dev.millrace.cdc;

import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.engines.Database;
import dev.millrace.local.engines.TestEngines;
import dev.millrace.local.files.Trees;
import dev.millrace.local.processes.Child;
import dev.millrace.local.processes.Program;
import dev.millrace.local.processes.Unprivileged;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of PostgreSQL on another port, which follows the log of the original until it is promoted. */
final class Standby implements AutoCloseable {

    private final int originalPort;
    private final int port = Ports.free().of(Port.POSTGRESQL);
    private final JdbcClient superuser;
    private final Path folder;
    private final Child process;

    private Standby(TestEngines engines) throws IOException, InterruptedException {
        var original = engines.database("users", "postgres");
        originalPort = URI.create(original.url().replace("jdbc:", "")).getPort();
        superuser = JdbcClient.create(CapturedTable.source(
                new Database(inPlaceOfTheOriginal(original.url()), original.username(), original.password())));
        var asked = JdbcClient.create(CapturedTable.source(original));
        var cluster = CapturedTable.dataFolder(asked);
        var binaries = Path.of(text(asked, "select setting from pg_config where name = 'BINDIR'"));
        folder = cluster.resolveSibling("standby");
        copy(engines, cluster);
        var command = Unprivileged.command(server(binaries, original), binaries, folder);
        process = Child.start("standby", new Program(command, Map.of(), folder), folder.resolveSibling("standby.log"));
    }

    static Standby of(TestEngines engines) throws IOException, InterruptedException {
        return new Standby(engines);
    }

    /** While nobody writes to the original. */
    private void copy(TestEngines engines, Path cluster) throws IOException, InterruptedException {
        engines.kill(POSTGRESQL);
        var copying = new ProcessBuilder("cp", "-a", cluster.toString(), folder.toString()).inheritIO();
        assertThat(copying.start().waitFor()).isZero();
        engines.restart(POSTGRESQL);
        Files.delete(folder.resolve("postmaster.pid"));
        Files.createFile(folder.resolve("standby.signal"));
        Unprivileged.folder(folder);
    }

    private List<String> server(Path binaries, Database original) {
        var connection = "primary_conninfo=host=127.0.0.1 port=%d user=%s password=%s"
                .formatted(originalPort, original.username(), original.password());
        return List.of(
                binaries.resolve("postgres").toString(),
                "-D",
                folder.toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "wal_level=logical",
                "-c",
                connection);
    }

    boolean has(UUID user) {
        return superuser
                .sql("select count(*) = 1 from users where id = ?")
                .param(user)
                .query(Boolean.class)
                .single();
    }

    /** Returns once it takes writes. */
    void promote() {
        assertThat(text(superuser, "select pg_promote()::text")).isEqualTo("true");
    }

    /** What is asked of the original, asked of this. */
    String inPlaceOfTheOriginal(String url) {
        return url.replace(":" + originalPort + "/", ":" + port + "/");
    }

    private static String text(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(String.class).single();
    }

    @Override
    public void close() {
        process.kill();
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
