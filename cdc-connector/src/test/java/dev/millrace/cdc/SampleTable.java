package dev.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.cdc.samples.Sample;
import dev.millrace.local.engines.TestEngines;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PGInterval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A table with a column of every type that people use, and a second reader of it, who knows nothing of capture. */
final class SampleTable {

    private static final String COLUMNS = """
            id bigint primary key, small smallint, whole int, large bigint, exact numeric(12, 4), numeral numeric,
            single real, twin double precision, flag boolean, words text default 'none', code varchar(9), uid uuid,
            raw bytea, doc jsonb, day date, clock time, moment timestamptz, wall timestamp, span interval, mood mood,
            net inet, numbers bigint[], labels text[], numerals numeric[], uids uuid[], moods mood[], place place
            """;

    private final JdbcClient owner;
    private final TransactionTemplate transactions;

    SampleTable(TestEngines engines) {
        var database = engines.database("users");
        var source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.username());
        source.setPassword(database.password());
        this.owner = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    void makeAnew() {
        run("drop publication if exists samples");
        run("drop table if exists samples, others");
        run("drop type if exists mood, place");
        run("create type mood as enum ('good', 'bad')");
        run("create type place as (street text, house int)");
        run("create table samples (" + COLUMNS + ")");
        run("alter table samples replica identity full");
        run("create publication samples for table samples");
    }

    /** Of the same columns. */
    void makeAnother() {
        run("create table others (like samples including all)");
        run("alter table others replica identity full");
        run("alter publication samples add table others");
    }

    void run(String statement) {
        owner.sql(statement).update();
    }

    long inTransaction(Runnable changes) {
        return transactions.execute(_ -> {
            changes.run();
            return owner.sql("select pg_current_xact_id()::text::bigint")
                    .query(Long.class)
                    .single();
        });
    }

    List<Long> ids() {
        return owner.sql("select id from samples order by id").query(Long.class).list();
    }

    /** The row as the Avro record has to say it; null for what the table has no column for. */
    Map<String, @Nullable Object> row(long id) {
        return owner.sql("select * from samples where id = ?")
                .param(id)
                .query((row, _) -> fields(row))
                .single();
    }

    private static Map<String, @Nullable Object> fields(ResultSet row) throws SQLException {
        var fields = new HashMap<String, @Nullable Object>();
        for (var field : Sample.getClassSchema().getFields()) {
            fields.put(field.name(), null);
        }
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            var name = row.getMetaData().getColumnName(column);
            fields.put(name, row.getObject(column) == null ? null : field(row, name));
        }
        return fields;
    }

    private static @Nullable Object field(ResultSet row, String name) throws SQLException {
        return switch (name) {
            case "id", "whole", "large" -> row.getLong(name);
            case "small", "added" -> row.getInt(name);
            case "exact" -> row.getBigDecimal(name);
            case "single" -> row.getFloat(name);
            case "twin" -> row.getDouble(name);
            case "flag" -> row.getBoolean(name);
            case "uid" -> row.getObject(name, UUID.class);
            case "raw" -> ByteBuffer.wrap(row.getBytes(name));
            case "place" -> ByteBuffer.wrap(row.getString(name).getBytes(UTF_8));
            case "day" -> row.getObject(name, LocalDate.class);
            case "clock" -> row.getObject(name, LocalTime.class);
            case "moment" -> row.getObject(name, OffsetDateTime.class).toInstant();
            case "wall" -> row.getObject(name, LocalDateTime.class);
            case "span" -> new PGInterval(row.getString(name));
            case "numbers", "labels", "uids", "moods" -> items(row.getArray(name));
            case "numerals" ->
                items(row.getArray(name)).stream()
                        .map(number -> number == null ? null : number.toString())
                        .toList();
            case "numeral" -> row.getString(name).replace("NaN", "NAN");
            default -> row.getString(name);
        };
    }

    private static List<@Nullable Object> items(Array array) throws SQLException {
        return Arrays.asList((Object[]) array.getArray());
    }
}
