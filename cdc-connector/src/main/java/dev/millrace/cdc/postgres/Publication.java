package dev.millrace.cdc.postgres;

import static dev.millrace.cdc.progress.ObstacleException.lasting;
import static dev.millrace.cdc.progress.ObstacleException.passing;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL sends: the captured tables, and nothing else where this service makes it. */
final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private static final String MAY_MAKE = """
            select has_database_privilege(current_database(), 'CREATE') and bool_and(pg_has_role(relowner, 'USAGE'))
            from pg_class where oid = any (?::regclass[])
            """;
    private static final String MAKE = """
            select format('create publication %I for table %s', ?::text, string_agg(name::text, ', '))
            from unnest(?::regclass[]) name
            """;

    private final CaptureProperties capture;
    private final JdbcClient jdbc;

    Publication(CaptureProperties capture, JdbcClient jdbc) {
        this.capture = capture;
        this.jdbc = jdbc;
    }

    /** Only once all tables exist. */
    void require() {
        if (isMissing()) {
            make();
        }
        capture.tables().forEach(this::requireTable);
    }

    private boolean isMissing() {
        return jdbc.sql("select count(*) = 0 from pg_publication where pubname = ?")
                .param(capture.publication())
                .query(Boolean.class)
                .single();
    }

    private void make() {
        var tables = capture.tables().stream().map(Table::name).toArray(String[]::new);
        if (!jdbc.sql(MAY_MAKE).params((Object) tables).query(Boolean.class).single()) {
            throw passing("The publication " + capture.publication() + " does not exist yet.");
        }
        var statement = jdbc.sql(MAKE)
                .params(capture.publication(), tables)
                .query(String.class)
                .single();
        jdbc.sql(statement).update();
        LOG.atInfo()
                .addKeyValue("millrace.cdc.publication", capture.publication())
                .log("A publication was made with the captured tables");
    }

    private void requireTable(Table table) {
        var published =
                "select count(*) from pg_publication_tables where pubname = ? and schemaname || '.' || tablename = ?";
        if (jdbc.sql(published)
                        .params(capture.publication(), table.name())
                        .query(Long.class)
                        .single()
                == 0) {
            throw lasting("The publication %s leaves out %s: ALTER PUBLICATION %1$s ADD TABLE %2$s."
                    .formatted(capture.publication(), table.name()));
        }
    }
}
