package dev.millrace.cdc.postgres;

import static dev.millrace.cdc.progress.ObstacleException.lasting;
import static dev.millrace.cdc.progress.ObstacleException.passing;

import dev.millrace.cdc.progress.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A replication slot as PostgreSQL shows it.
 *
 * @param reader the process that reads it at the moment
 * @param lost whether PostgreSQL has given up what the slot was to hold
 * @param confirmed PostgreSQL does not send transactions from before this place again
 */
record Slot(String name, @Nullable Integer reader, boolean lost, long confirmed) {

    private static final String FIND = """
            select slot_name as name,
                   active_pid as reader,
                   coalesce(wal_status, 'lost') in ('lost', 'unreserved') and restart_lsn is null as lost,
                   coalesce(confirmed_flush_lsn, '0/0') - '0/0'::pg_lsn as confirmed
            from pg_replication_slots where slot_name = ?
            """;

    static Optional<Slot> find(JdbcClient jdbc, String name) {
        return jdbc.sql(FIND).param(name).query(Slot.class).optional();
    }

    void requireIdle() {
        if (reader != null) {
            throw passing("The replication slot %s is being read by process %d: another instance captures."
                    .formatted(name, reader));
        }
    }

    void requireHolding(Position position) {
        if (lost) {
            throw lasting(("PostgreSQL has invalidated the replication slot %s: changes after %s are lost. POST"
                            + " /captures/{name}/start-over makes a new snapshot.")
                    .formatted(name, position.log()));
        }
        if (Long.compareUnsigned(confirmed, position.lsn()) > 0) {
            throw lasting(
                    ("The replication slot %s starts at %s, later than the position %s: changes between them are lost."
                                    + " POST /captures/{name}/start-over makes a new snapshot.")
                            .formatted(name, Position.at(confirmed).log(), position.log()));
        }
    }
}
