package dev.millrace.local.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Who may log in where, kept in the data folder.
 *
 * @param database passwords of PostgreSQL's roles
 * @param kafka passwords of Kafka's users and of its nodes, in the file that platform-broker reads
 */
public record Credentials(Passwords database, Passwords kafka) {

    public static final String SUPERUSER = "postgres";

    private static final List<String> ROLES =
            List.of(SUPERUSER, "registry", "user_service", "order_service", "cdc_connector");

    private static final List<String> USERS = List.of(
            "user-service",
            "order-service",
            "cdc-connector",
            "search-indexer",
            "log-aggregator",
            "ledger",
            "viewer",
            "operator",
            "node");

    public static Credentials in(Path data) throws IOException {
        return new Credentials(
                database(data),
                Passwords.in(
                        data.resolve("kafka-users.properties"),
                        "Passwords of the Kafka users of this platform",
                        USERS));
    }

    /** Those of PostgreSQL alone. */
    public static Passwords database(Path data) throws IOException {
        return Passwords.in(
                data.resolve("credentials.properties"), "Passwords of the database roles of this platform", ROLES);
    }
}
