package dev.millrace.benchmarks.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.engines.Database;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectSettingsTest {

    private static final Database DATABASE = new Database("jdbc:postgresql://127.0.0.1:5432/users", "cdc", "secret");

    @Test
    void letEveryKindOfClientLogIn() {
        assertThat(new ConnectSettings(false).worker(Map.of("sasl.mechanism", "SCRAM-SHA-512")))
                .containsKeys(
                        "sasl.mechanism", "producer.sasl.mechanism", "consumer.sasl.mechanism", "admin.sasl.mechanism");
    }

    @Test
    void sayWhereTheDatabaseIs() {
        assertThat(new ConnectSettings(false).connector(DATABASE))
                .containsEntry("database.hostname", "127.0.0.1")
                .containsEntry("database.port", "5432")
                .containsEntry("database.dbname", "users");
    }

    @Test
    void askForExactlyOnceOfWorkerAndConnectorOnlyWhenItIsMeant() {
        assertThat(new ConnectSettings(true).worker(Map.of())).containsEntry("exactly.once.source.support", "enabled");
        assertThat(new ConnectSettings(true).connector(DATABASE)).containsEntry("exactly.once.support", "required");
        assertThat(new ConnectSettings(false).connector(DATABASE)).doesNotContainKey("exactly.once.support");
    }
}
