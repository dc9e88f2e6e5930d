package dev.millrace.orderservice;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** The service's database, past the service. */
final class OrdersDatabase {

    private OrdersDatabase() {}

    static Connection connect() throws SQLException {
        var database = OrderService.ENGINES.database("orders");
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    /** One whose transaction keeps that lock of a table until it is closed. */
    static Connection locking(String table, String mode) throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table %s in %s mode".formatted(table, mode));
        }
        return connection;
    }

    /** How many rows that were: one at most. */
    static int changePaid(int view, UUID order, long version, String change) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate("update view_%d.orders set paid = paid %s where id = '%s' and version = %d"
                    .formatted(view, change, order, version));
        }
    }

    static int count(String from) throws SQLException {
        return number("select count(*) from " + from);
    }

    /** The one that the query answers. */
    static int number(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static boolean hasView(int version) throws SQLException {
        return count("pg_namespace where nspname = 'view_%d'".formatted(version)) == 1;
    }
}
