package dev.millrace.cdc.postgres;

import dev.millrace.cdc.retention.RetainedLog;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks PostgreSQL what it keeps for a slot. */
final class SlotSize {

    private static final String ASK = """
            select now() as at,
                   pg_current_wal_lsn() - restart_lsn as retained,
                   pg_current_wal_lsn() - coalesce(confirmed_flush_lsn, restart_lsn) as behind,
                   safe_wal_size as safe
            from pg_replication_slots where slot_name = ? and restart_lsn is not null
            """;

    private SlotSize() {}

    static Optional<RetainedLog> of(String slot, JdbcClient jdbc) {
        return jdbc.sql(ASK)
                .param(slot)
                .query((row, _) -> new RetainedLog(
                        row.getTimestamp("at").toInstant(),
                        row.getLong("retained"),
                        row.getLong("behind"),
                        row.getObject("safe", Long.class)))
                .optional();
    }
}
