package dev.millrace.benchmarks.cdc;

import dev.millrace.local.engines.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The table of user-service, with rows that nobody has had before. */
final class Users implements AutoCloseable {

    private static final String INSERT = """
            INSERT INTO users (id, email, name, country, version, created_at, updated_at)
            SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
                   'user-' || number || '@example.com', 'Ada Lovelace', 'Norway', 1, now(), now()
              FROM generate_series(?::bigint, ?::bigint) AS number
            """;

    private final Connection connection;
    private long next;

    Users(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    /** The rows that come next. */
    Rows next(int count) {
        var rows = new Rows(next, count);
        next = rows.end();
        return rows;
    }

    void insert(Rows rows, int perTransaction) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var first = rows.first(); first < rows.end(); first += perTransaction) {
                insert.setLong(1, first);
                insert.setLong(2, Math.min(first + perTransaction, rows.end()) - 1);
                insert.executeUpdate();
            }
        }
    }

    /** Inserts each in a transaction of its own, at its time or right after the one before it is committed. */
    void insert(Rows rows, Pace pace) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var row = rows.first(); row < rows.end(); row++) {
                pace.await(rows.indexOf(row));
                insert.setLong(1, row);
                insert.setLong(2, row);
                insert.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
