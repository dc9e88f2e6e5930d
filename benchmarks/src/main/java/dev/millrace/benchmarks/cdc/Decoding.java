package dev.millrace.benchmarks.cdc;

import dev.millrace.local.engines.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What nobody can be faster than: PostgreSQL decodes its log itself, by a slot of its own, and sends nothing to anybody. */
final class Decoding implements AutoCloseable {

    private static final String CREATE = "SELECT pg_create_logical_replication_slot('benchmark', 'pgoutput')";
    private static final String DROP = "SELECT pg_drop_replication_slot('benchmark')";
    private static final String DECODE = """
            SELECT count(*) FROM pg_logical_slot_peek_binary_changes(
                'benchmark', NULL, NULL, 'proto_version', '1', 'publication_names', 'millrace_users')
            """;

    private final Connection connection;

    /** From here on PostgreSQL keeps its log. */
    Decoding(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    /** Decodes all that has been since, and returns how many rows a second that were. */
    double perSecond(int rows) throws SQLException {
        var began = System.nanoTime();
        var messages = decode();
        var took = (System.nanoTime() - began) / 1e9;
        if (messages < rows) {
            throw new IllegalStateException("Only %,d messages for %,d rows".formatted(messages, rows));
        }
        return rows / took;
    }

    private long decode() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(DECODE)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute(DROP);
        }
    }
}
