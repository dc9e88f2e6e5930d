package dev.millrace.local.containers;

import dev.millrace.local.engines.Database;
import dev.millrace.local.engines.Roles;
import dev.millrace.local.platform.Refused;
import dev.millrace.local.settings.Credentials;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "databases", description = "Makes the databases and roles of PostgreSQL that are missing.")
final class DatabasesCommand implements Callable<Integer> {

    private static final String INVALID_PASSWORD = "28P01";

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            required = true,
            description = "Holds credentials.properties with the password of each role.")
    private Path vault = Path.of("");

    @Option(names = "--postgresql", paramLabel = "HOST:PORT", required = true, description = "Where PostgreSQL is.")
    private String address = "";

    @Override
    public Integer call() throws Exception {
        var passwords = Credentials.database(vault);
        var password = passwords.of(Credentials.SUPERUSER);
        try {
            new Roles(passwords)
                    .make(name -> new Database(
                            "jdbc:postgresql://%s/%s".formatted(address, name), Credentials.SUPERUSER, password));
        } catch (SQLException e) {
            throw new Refused(e.getMessage() + hint(e));
        }
        System.out.println("Every service has its role and database.");
        return 0;
    }

    private static String hint(SQLException e) {
        return INVALID_PASSWORD.equals(e.getSQLState())
                ? ". Its volume is older than the secrets: bring back the volume vault that belongs to it, or delete all with 'docker compose down -v'."
                : "";
    }
}
