package dev.millrace.cdc.postgres;

import dev.millrace.cdc.CaptureProperties;
import io.debezium.config.CommonConnectorConfig;
import io.debezium.config.Configuration;
import io.debezium.connector.common.CdcSourceTaskContext;
import io.debezium.connector.postgresql.PostgresConnectorConfig;
import io.debezium.connector.postgresql.PostgresSchema;
import io.debezium.connector.postgresql.PostgresValueConverter;
import io.debezium.connector.postgresql.connection.PostgresConnection;
import io.debezium.jdbc.JdbcConfiguration;
import io.debezium.relational.CustomConverterRegistry;
import io.debezium.relational.TableId;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;

/** How Debezium tells the values of a table, for rows that are read beside its stream: in the same words as the stream. */
final class TableSchemas extends PostgresSchema {

    private final PostgresConnection connection;

    private TableSchemas(PostgresConnectorConfig settings, Configuration raw, PostgresConnection connection) {
        super(
                new CdcSourceTaskContext<>(raw, settings, settings.getCustomMetricTags()),
                connection.getDefaultValueConverter(),
                settings.getTopicNamingStrategy(CommonConnectorConfig.TOPIC_NAMING_STRATEGY),
                PostgresValueConverter.of(settings, connection.getDatabaseCharset(), connection.getTypeRegistry()),
                new CustomConverterRegistry(List.of()));
        this.connection = connection;
    }

    /** With a connection of its own, which {@link #close} closes. */
    static TableSchemas of(CaptureProperties capture) {
        var raw = Configuration.from(DebeziumSettings.of(capture));
        var settings = new PostgresConnectorConfig(raw);
        var jdbc = settings.getJdbcConfig();
        var charset = charset(jdbc);
        var connection = new PostgresConnection(
                jdbc,
                PostgresConnection.createTypeRegistry(jdbc),
                types -> PostgresValueConverter.of(settings, charset, types),
                PostgresConnection.CONNECTION_GENERAL);
        return new TableSchemas(settings, raw, connection);
    }

    private static Charset charset(JdbcConfiguration jdbc) {
        try (var connection = new PostgresConnection(jdbc, PostgresConnection.CONNECTION_GENERAL)) {
            return connection.getDatabaseCharset();
        }
    }

    PostgresConnection connection() {
        return connection;
    }

    /** As the table is now; without generated columns, as the log has none. */
    void refresh(TableId table) throws SQLException {
        refreshFromIncrementalSnapshot(connection, table);
    }

    @Override
    public void close() {
        connection.close();
        super.close();
    }
}
