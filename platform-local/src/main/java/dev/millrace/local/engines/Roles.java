package dev.millrace.local.engines;

import dev.millrace.local.settings.Passwords;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;

/** Who may do what in PostgreSQL: one role a service, owner of its own database and stranger in the others. */
public final class Roles {

    /** Databases and the roles that own them. */
    static final Map<String, String> OWNERS =
            Map.of("users", "user_service", "orders", "order_service", "registry", "registry");

    private static final String CDC_CONNECTOR = "cdc_connector";

    private final Passwords passwords;

    public Roles(Passwords passwords) {
        this.passwords = passwords;
    }

    /**
     * Makes what is missing, so that it can be done on every start.
     *
     * @param asSuperuser how to connect to a database by its name
     */
    public void make(Function<String, Database> asSuperuser) throws SQLException {
        try (var connection = asSuperuser.apply("postgres").connect()) {
            make(connection);
        }
        try (var users = asSuperuser.apply("users").connect()) {
            letCdcConnectorRead(users);
        }
    }

    private void make(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var owned : OWNERS.entrySet()) {
                makeRole(statement, owned.getValue(), "");
                makeDatabase(statement, owned.getKey(), owned.getValue());
            }
            makeRole(statement, CDC_CONNECTOR, "REPLICATION");
            statement.execute("GRANT CONNECT ON DATABASE users TO " + CDC_CONNECTOR);
        }
    }

    /** Every table that user-service will ever make, too. */
    private static void letCdcConnectorRead(Connection users) throws SQLException {
        try (var statement = users.createStatement()) {
            statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + CDC_CONNECTOR);
            statement.execute(
                    "ALTER DEFAULT PRIVILEGES FOR ROLE user_service IN SCHEMA public GRANT SELECT ON TABLES TO "
                            + CDC_CONNECTOR);
        }
    }

    static void makeDatabase(Statement statement, String name, String owner) throws SQLException {
        if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
            statement.execute("CREATE DATABASE \"%s\" OWNER %s".formatted(name, owner));
            statement.execute("REVOKE ALL ON DATABASE \"%s\" FROM PUBLIC".formatted(name));
        }
    }

    private void makeRole(Statement statement, String name, String attributes) throws SQLException {
        var verb = isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(name))
                ? "CREATE"
                : "ALTER";
        statement.execute("%s ROLE %s LOGIN %s PASSWORD '%s'".formatted(verb, name, attributes, passwords.of(name)));
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
