package dev.millrace.cdc.postgres;

import dev.millrace.cdc.CaptureProperties.Database;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Single connections for the few questions that are asked before a stream begins. */
final class Connections {

    private static final int TIMEOUT_SECONDS = 5;

    private Connections() {}

    static DataSource to(Database database) {
        var source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.username());
        source.setPassword(database.password());
        source.setApplicationName("cdc-connector");
        source.setConnectTimeout(TIMEOUT_SECONDS);
        source.setSocketTimeout(TIMEOUT_SECONDS);
        return source;
    }
}
