package dev.millrace.cdc.postgres;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.records.Change;
import dev.millrace.cdc.snapshot.Message;
import dev.millrace.cdc.snapshot.TableSnapshot;
import dev.millrace.cdc.snapshot.View;
import dev.millrace.cdc.snapshot.Window;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a table in chunks, each within one PostgreSQL transaction that also puts a mark into the log: what was committed before the
 * chunk's view stands before that mark. For one thread, and a role that may only read.
 */
public final class TableReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final CaptureProperties capture;
    private final Window<Change> window;
    private @Nullable TableRows rows;

    public TableReader(CaptureProperties capture, Window<Change> window) {
        this.capture = capture;
        this.window = window;
    }

    /**
     * A chunk that was read.
     *
     * @param rows so many; the window has them
     * @param lastKey of the last of them
     * @param last whether there are none behind it
     */
    public record Chunk(long rows, List<String> lastKey, boolean last) {}

    /** Reads what comes after {@code snapshot}'s last key, and marks it. */
    public Chunk read(TableSnapshot snapshot, Message.Mark mark) throws SQLException, InterruptedException {
        var reading = rows();
        var connection = reading.connection();
        try {
            awaitView(connection);
            var chunk = reading.after(snapshot, window);
            say(connection, mark);
            connection.commit();
            return chunk;
        } catch (SQLException | InterruptedException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private TableRows rows() throws SQLException, InterruptedException {
        var known = rows;
        if (known == null) {
            known = new TableRows(capture);
            rows = known;
            awaitEarlierTransactions(known.connection());
        }
        return known;
    }

    /**
     * What was told before anybody followed the log may be of transactions that are not in effect yet. A new replication slot
     * waits for the same ones.
     */
    private void awaitEarlierTransactions(Connection connection) throws SQLException, InterruptedException {
        var first = view(connection);
        LOG.atInfo()
                .addKeyValue("millrace.cdc.capture", capture.name())
                .log("A snapshot begins once the transactions that are running now have ended");
        for (var now = first; !now.isPast(first); now = nextView(connection)) {
            window.settle(now);
        }
        connection.rollback();
    }

    private void awaitView(Connection connection) throws SQLException, InterruptedException {
        for (var now = view(connection); !window.open(now); now = nextView(connection)) {
            window.settle(now);
        }
    }

    private static View nextView(Connection connection) throws SQLException, InterruptedException {
        connection.rollback();
        Thread.sleep(LOOK);
        return view(connection);
    }

    /** Of the transaction, which it begins. */
    private static View view(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select pg_current_snapshot()::text")) {
            result.next();
            return View.parse(result.getString(1));
        }
    }

    private static void say(Connection connection, Message message) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_logical_emit_message(true, ?, ?)")) {
            statement.setString(1, Message.PREFIX);
            statement.setString(2, message.toString());
            statement.execute();
        }
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
