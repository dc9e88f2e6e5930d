package dev.millrace.cdc.postgres;

import static dev.millrace.cdc.progress.ObstacleException.lasting;
import static dev.millrace.cdc.progress.ObstacleException.passing;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.progress.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database whose changes are captured: whether it can be, and the stream of its changes. */
@Component
public final class SourceDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(SourceDatabase.class);

    private final CaptureProperties capture;
    private final JdbcClient jdbc;

    SourceDatabase(CaptureProperties capture) {
        this.capture = capture;
        this.jdbc = JdbcClient.create(Connections.to(capture.database()));
    }

    /** Fails with an obstacle that says what is missing, before anything was touched. */
    public void requireReady() {
        requireLogicalLog();
        requireReplicationRight();
        capture.tables().forEach(this::requireTable);
        requirePublication();
        Slot.find(jdbc, capture.slot()).ifPresent(Slot::requireIdle);
    }

    /** Only when nobody else reads the slot; {@code position} is what Kafka holds. */
    public ChangeStream changesAfter(@Nullable Position position) {
        var slot = Slot.find(jdbc, capture.slot());
        if (position == null) {
            slot.ifPresent(this::drop);
        } else {
            slot.orElseThrow(() -> lasting(("The replication slot %s is gone: changes after %s may be lost. Remove the"
                                    + " position of capture %s to start over with a snapshot.")
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
        if (table.outbox() == null
                && !is("select relreplident = 'f' from pg_class where oid = ?::regclass", table.name())) {
            throw lasting(
                    "Unchanged large values and deleted rows of %s would be missing: ALTER TABLE %1$s REPLICA IDENTITY FULL."
                            .formatted(table.name()));
        }
    }

    private void requirePublication() {
        if (!is("select count(*) > 0 from pg_publication where pubname = ?", capture.publication())) {
            throw passing("The publication " + capture.publication() + " does not exist yet.");
        }
        for (var table : capture.tables()) {
            var published = jdbc.sql(
                            "select count(*) from pg_publication_tables where pubname = ? and schemaname || '.' || tablename = ?")
                    .params(capture.publication(), table.name())
                    .query(Long.class)
                    .single();
            if (published == 0) {
                throw lasting("The publication %s leaves out %s: ALTER PUBLICATION %1$s ADD TABLE %2$s."
                        .formatted(capture.publication(), table.name()));
            }
        }
    }

    private boolean is(String question, String subject) {
        return jdbc.sql(question).param(subject).query(Boolean.class).single();
    }
}
