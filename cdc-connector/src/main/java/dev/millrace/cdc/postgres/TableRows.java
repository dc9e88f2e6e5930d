package dev.millrace.cdc.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.postgres.TableReader.Chunk;
import dev.millrace.cdc.records.Change;
import dev.millrace.cdc.snapshot.TableSnapshot;
import dev.millrace.cdc.snapshot.Window;
import io.debezium.connector.postgresql.Module;
import io.debezium.data.Envelope;
import io.debezium.relational.Column;
import io.debezium.relational.Table;
import io.debezium.relational.TableId;
import io.debezium.relational.TableSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a table in the order of its primary key, told as Debezium tells them. */
final class TableRows implements AutoCloseable {

    /** A chunk ends with whichever is reached first, so that large rows need no more memory than small ones. */
    private static final int MOST_ROWS = 2048;

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int FETCH = 32;

    private static final String SHAPE = """
            select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum)
            from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped
            """;
    private static final String TYPE =
            "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = ?::regclass and attname = ?";

    private final CaptureProperties capture;
    private final TableSchemas schemas;
    private final Map<String, String> shapes = new LinkedHashMap<>();

    TableRows(CaptureProperties capture) throws SQLException {
        this.capture = capture;
        this.schemas = TableSchemas.of(capture);
        connection().setAutoCommit(false);
        connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** All that is asked within one transaction is of one view. */
    Connection connection() throws SQLException {
        return schemas.connection().connection();
    }

    /** Fills {@code window} with what comes after the last key. */
    Chunk after(TableSnapshot snapshot, Window<Change> window) throws SQLException {
        var id = TableId.parse(snapshot.table(), false);
        refreshIfChanged(id, snapshot.table());
        var table = requireNonNull(schemas.tableFor(id));
        var columns = columnsOf(table);
        var key = table.primaryKeyColumns();
        try (var statement = connection().prepareStatement(select(snapshot, table, columns))) {
            statement.setFetchSize(FETCH);
            for (var i = 0; i < snapshot.lastKey().size(); i++) {
                statement.setString(i + 1, snapshot.lastKey().get(i));
            }
            try (var result = statement.executeQuery()) {
                return read(result, table, columns, key.size(), window);
            }
        }
    }

    private Chunk read(ResultSet result, Table table, List<Column> columns, int keys, Window<Change> window)
            throws SQLException {
        var schema = requireNonNull(schemas.schemaFor(table.id()));
        var found = new LinkedHashMap<List<String>, Change>();
        var lastKey = List.<String>of();
        var bytes = 0L;
        var now = Instant.now();
        while (bytes < MOST_BYTES && result.next()) {
            var values = values(result, table, columns);
            var change = new Change(record(values, schema, now));
            found.put(change.key(), change);
            lastKey = texts(result, columns.size(), keys);
            bytes += Stream.of(values).mapToLong(TableRows::sizeOf).sum();
        }
        var last = bytes < MOST_BYTES && found.size() < MOST_ROWS;
        var chunk = new Chunk(found.size(), lastKey, last);
        window.fill(found);
        return chunk;
    }

    private void refreshIfChanged(TableId id, String name) throws SQLException {
        var shape = ask(SHAPE, name);
        if (!shape.equals(shapes.put(name, shape))) {
            schemas.refresh(id);
        }
    }

    private List<Column> columnsOf(Table table) {
        var name = table.id().identifier();
        return table.columns().stream()
                .filter(column -> !capture.drop().contains(name + '.' + column.name()))
                .toList();
    }

    private String select(TableSnapshot snapshot, Table table, List<Column> columns) throws SQLException {
        var key = table.primaryKeyColumns().stream()
                .map(column -> "anew." + quoted(column))
                .toList();
        var all = Stream.concat(columns.stream().map(this::quoted), key.stream().map(column -> column + "::text"));
        var where = "";
        if (!snapshot.lastKey().isEmpty()) {
            var types = new ArrayList<String>();
            for (var column : table.primaryKeyColumns()) {
                types.add("cast(? as " + ask(TYPE, snapshot.table(), column.name()) + ")");
            }
            where = " where (%s) > (%s)".formatted(String.join(", ", key), String.join(", ", types));
        }
        return "select %s from %s anew%s order by %s limit %d"
                .formatted(
                        all.collect(joining(", ")),
                        schemas.connection().quotedTableIdString(table.id()),
                        where,
                        String.join(", ", key),
                        MOST_ROWS);
    }

    private String quoted(Column column) {
        return schemas.connection().quoteIdentifier(column.name());
    }

    private @Nullable Object[] values(ResultSet row, Table table, List<Column> columns) throws SQLException {
        var values = new @Nullable Object[table.columns().size()];
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            values[column.position() - 1] = schemas.connection().getColumnValue(row, i + 1, column, table);
        }
        return values;
    }

    private static List<String> texts(ResultSet row, int before, int keys) throws SQLException {
        var texts = new ArrayList<String>();
        for (var i = 1; i <= keys; i++) {
            texts.add(row.getString(before + i));
        }
        return texts;
    }

    private SourceRecord record(@Nullable Object[] values, TableSchema schema, Instant now) {
        var envelope = schema.getEnvelopeSchema();
        var value = envelope.read(schema.valueFromColumnData(values), source(envelope, schema.id(), now), now);
        return new SourceRecord(
                Map.of(),
                Map.of(),
                capture.name() + '.' + schema.id().identifier(),
                schema.keySchema(),
                schema.keyFromColumnData(values),
                envelope.schema(),
                value);
    }

    private Struct source(Envelope envelope, TableId table, Instant now) {
        return new Struct(envelope.schema().field(Envelope.FieldName.SOURCE).schema())
                .put("version", Module.version())
                .put("connector", Module.name())
                .put("name", capture.name())
                .put("ts_ms", now.toEpochMilli())
                .put("snapshot", "incremental")
                .put("db", schemas.connection().database())
                .put("schema", table.schema())
                .put("table", table.table());
    }

    private static long sizeOf(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case byte[] bytes -> bytes.length;
            default -> value.toString().length();
        };
    }

    private String ask(String question, String... parameters) throws SQLException {
        try (var statement = connection().prepareStatement(question)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                result.next();
                return requireNonNull(result.getString(1));
            }
        }
    }

    @Override
    public void close() {
        schemas.close();
    }
}
