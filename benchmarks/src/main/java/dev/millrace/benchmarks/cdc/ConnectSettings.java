package dev.millrace.benchmarks.cdc;

import dev.millrace.local.engines.Database;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Kafka Connect and Debezium in it are told; what is not here is their default. */
record ConnectSettings(boolean exactlyOnce) {

    static final String TOPIC_PREFIX = "db-changes";

    /** Security is asked for by each kind of client. */
    private static final List<String> CLIENTS = List.of("", "producer.", "consumer.", "admin.");

    Map<String, String> worker(Map<String, Object> client) {
        var settings = new HashMap<String, String>();
        CLIENTS.forEach(prefix -> client.forEach((name, value) -> settings.put(prefix + name, value.toString())));
        settings.putAll(
                Map.of("group.id", "connect", "exactly.once.source.support", exactlyOnce ? "enabled" : "disabled"));
        for (var topic : List.of("config", "offset", "status")) {
            settings.put(topic + ".storage.topic", "cdc.connect-" + topic);
            settings.put(topic + ".storage.replication.factor", "1");
        }
        for (var part : List.of("key", "value")) {
            settings.put(part + ".converter", "org.apache.kafka.connect.json.JsonConverter");
            settings.put(part + ".converter.schemas.enable", "false");
        }
        return settings;
    }

    /** It uses the publication of user-service, and begins with what comes: the table is empty. */
    Map<String, String> connector(Database database) {
        var settings = new HashMap<>(addressOf(database));
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("topic.prefix", TOPIC_PREFIX);
        settings.put("plugin.name", "pgoutput");
        settings.put("publication.name", "millrace_users");
        settings.put("publication.autocreate.mode", "disabled");
        settings.put("table.include.list", "public.users");
        settings.put("snapshot.mode", "no_data");
        if (exactlyOnce) {
            settings.put("exactly.once.support", "required");
        }
        return settings;
    }

    private static Map<String, String> addressOf(Database database) {
        var address = URI.create(database.url().substring("jdbc:".length()));
        return Map.of(
                "database.hostname", address.getHost(),
                "database.port", Integer.toString(address.getPort()),
                "database.dbname", address.getPath().substring(1),
                "database.user", database.username(),
                "database.password", database.password());
    }
}
