package dev.millrace.cdc.postgres;

import static java.util.Objects.requireNonNullElse;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.snapshot.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Debezium's settings; what is not among them is its default. */
final class DebeziumSettings {

    private static final String HEARTBEAT_PREFIX = "millrace";
    /** The same for all, as the length of a text tells something of it. */
    private static final int MASK_LENGTH = 8;

    /** What loses nothing; a type that Debezium does not know comes as the bytes of its text, and truncates come at all. */
    private static final Map<String, String> VALUES = Map.of(
            "decimal.handling.mode", "string",
            "interval.handling.mode", "string",
            "include.unknown.datatypes", "true",
            "event.converting.failure.handling.mode", "fail",
            "skipped.operations", "none");

    private DebeziumSettings() {}

    static Map<String, String> of(CaptureProperties capture) {
        var settings = new HashMap<String, String>();
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("topic.prefix", capture.name());
        settings.putAll(database(capture.database()));
        settings.putAll(source(capture));
        settings.putAll(columns(capture));
        settings.putAll(VALUES);
        settings.putAll(pace(capture));
        return settings;
    }

    private static Map<String, String> database(CaptureProperties.Database database) {
        var url = Objects.requireNonNull(Driver.parseURL(database.url(), null), "A JDBC URL of PostgreSQL");
        return Map.of(
                "database.hostname", Objects.requireNonNull(PGProperty.PG_HOST.getOrDefault(url)),
                "database.port", Objects.requireNonNull(PGProperty.PG_PORT.getOrDefault(url)),
                "database.dbname", Objects.requireNonNull(PGProperty.PG_DBNAME.getOrDefault(url)),
                "database.user", database.username(),
                "database.password", requireNonNullElse(database.password(), ""),
                "driver.connectTimeout", "5",
                "driver.socketTimeout", "30");
    }

    private static Map<String, String> source(CaptureProperties capture) {
        return Map.of(
                "plugin.name",
                "pgoutput",
                "slot.name",
                capture.slot(),
                "publication.name",
                capture.publication(),
                "publication.autocreate.mode",
                "disabled",
                "table.include.list",
                patterns(capture.tables().stream().map(Table::name)),
                "snapshot.mode",
                "initial");
    }

    private static Map<String, String> columns(CaptureProperties capture) {
        var settings = new HashMap<String, String>();
        settings.put("column.exclude.list", patterns(capture.drop().stream()));
        settings.put("column.mask.with." + MASK_LENGTH + ".chars", patterns(capture.mask().stream()));
        settings.values().removeIf(String::isEmpty);
        return settings;
    }

    private static String patterns(Stream<String> names) {
        return names.map(Pattern::quote).collect(Collectors.joining(","));
    }

    /**
     * Whatever goes wrong ends the stream, and a new one begins from what Kafka holds: no retries inside. The heartbeat
     * is a transaction of its own, so that the log of an idle table has a place to move on to.
     */
    private static Map<String, String> pace(CaptureProperties capture) {
        return Map.of(
                "poll.interval.ms", "5",
                "max.batch.size", Integer.toString(ChangeStream.MOST_AT_ONCE),
                "max.queue.size", "8192",
                "max.queue.size.in.bytes", "16777216",
                "errors.max.retries", "0",
                "slot.max.retries", "0",
                "retriable.restart.connector.wait.ms", "1000",
                "heartbeat.interval.ms", Long.toString(capture.heartbeat().toMillis()),
                "heartbeat.action.query", "select pg_logical_emit_message(true, '" + HEARTBEAT_PREFIX + "', '')",
                "message.prefix.include.list", Pattern.quote(Message.PREFIX));
    }
}
