package dev.millrace.cdc.postgres;

import static dev.millrace.cdc.progress.ObstacleException.lasting;
import static dev.millrace.cdc.progress.ObstacleException.passing;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.progress.Origin;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.retention.RetainedLog;
import dev.millrace.cdc.snapshot.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database whose changes are captured: whether it can be, and the stream of its changes. */
public final class SourceDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(SourceDatabase.class);

    private final CaptureProperties capture;
    private final JdbcClient jdbc;
    private final Publication publication;

    public SourceDatabase(CaptureProperties capture) {
        this.capture = capture;
        this.jdbc = JdbcClient.create(Connections.to(capture.database()));
        this.publication = new Publication(capture, jdbc);
    }

    /** Fails with an obstacle that says what is missing, before anything was touched. */
    public void requireReady() {
        requirePrimary();
        requireLogicalLog();
        requireReplicationRight();
        capture.tables().forEach(this::requireTable);
        publication.require();
        Slot.find(jdbc, capture.slot()).ifPresent(Slot::requireIdle);
    }

    /** Exact at any moment: the file that is being written names its timeline. */
    public Origin origin() {
        return jdbc.sql("""
                        select (pg_control_system()).system_identifier::text as system,
                               ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline
                        """).query(Origin.class).single();
    }

    /** What the time is there, which need not be what it is here. */
    public Clock clock() {
        var there = jdbc.sql("select clock_timestamp()")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), there));
    }

    /** Nothing where there is no slot, or PostgreSQL has given it up. */
    public Optional<RetainedLog> retainedLog() {
        var log = SlotSize.of(capture.slot(), jdbc);
        var disk = capture.logOnDisk();
        return disk == null ? log : log.map(found -> found.onDiskFor(disk.toBytes()));
    }

    /** About as many as a snapshot of all tables will have. */
    public long estimatedRows() {
        return estimatedRows(capture.tables().stream().map(Table::name).toList());
    }

    /** As of the last time that PostgreSQL has counted; 0 where it never has. */
    public long estimatedRows(List<String> tables) {
        return jdbc.sql("select coalesce(sum(greatest(reltuples, 0)), 0)::bigint from pg_class"
                        + " where oid = any (?::regclass[])")
                .params((Object) tables.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Puts {@code message} into the log, for whoever captures. */
    public void say(Message message) {
        jdbc.sql("select pg_logical_emit_message(true, ?, ?)")
                .params(Message.PREFIX, message.toString())
                .query()
                .listOfRows();
    }

    /** Only when nobody else reads the slot; {@code position} is what Kafka holds. */
    public ChangeStream changesAfter(@Nullable Position position) {
        var slot = Slot.find(jdbc, capture.slot());
        if (position == null) {
            slot.ifPresent(this::drop);
        } else {
            slot.orElseThrow(() -> lasting(("The replication slot %s is gone: changes after %s may be lost. POST"
                                    + " /captures/%s/start-over makes a new snapshot.")
                            .formatted(capture.slot(), position.log(), capture.name())))
                    .requireHolding(position);
        }
        return ChangeStream.open(DebeziumSettings.of(capture), position);
    }

    /** A slot without a position belongs to a snapshot that never ended: only a new slot goes with a new snapshot. */
    private void drop(Slot slot) {
        jdbc.sql("select pg_drop_replication_slot(?)")
                .param(slot.name())
                .query()
                .listOfRows();
        LOG.atWarn()
                .addKeyValue("millrace.cdc.slot", slot.name())
                .log("A replication slot without a committed position was dropped; the snapshot starts over");
    }

    private void requirePrimary() {
        if (jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single()) {
            throw passing("The database is a standby, or is still recovering: a primary is captured.");
        }
    }

    private void requireLogicalLog() {
        var level = jdbc.sql("show wal_level").query(String.class).single();
        if (!level.equals("logical")) {
            throw lasting("PostgreSQL has wal_level=" + level + ": set it to logical and restart the server.");
        }
    }

    private void requireReplicationRight() {
        var may = "select rolreplication or rolsuper from pg_roles where rolname = current_user";
        if (!jdbc.sql(may).query(Boolean.class).single()) {
            var role = capture.database().username();
            throw lasting("The role " + role + " may not replicate: ALTER ROLE " + role + " REPLICATION.");
        }
    }

    private void requireTable(Table table) {
        if (jdbc.sql("select to_regclass(?)::text")
                .param(table.name())
                .query(String.class)
                .optional()
                .isEmpty()) {
            throw passing("The table " + table.name() + " does not exist yet.");
        }
        if (!is("select has_table_privilege(?, 'SELECT')", table.name())) {
            throw lasting("The role %s may not read %s: GRANT SELECT ON %2$s TO %1$s."
                    .formatted(capture.database().username(), table.name()));
        }
        if (!is("select exists (select from pg_index where indrelid = ?::regclass and indisprimary)", table.name())) {
            throw lasting(
                    "%s has no primary key, so nobody could say which of its rows has changed: ALTER TABLE %1$s ADD PRIMARY KEY."
                            .formatted(table.name()));
        }
        if (table.outbox() == null
                && !is("select relreplident = 'f' from pg_class where oid = ?::regclass", table.name())) {
            throw lasting(
                    "Unchanged large values and deleted rows of %s would be missing: ALTER TABLE %1$s REPLICA IDENTITY FULL."
                            .formatted(table.name()));
        }
    }

    private boolean is(String question, String subject) {
        return jdbc.sql(question).param(subject).query(Boolean.class).single();
    }
}
