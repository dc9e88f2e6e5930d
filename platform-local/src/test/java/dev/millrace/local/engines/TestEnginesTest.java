package dev.millrace.local.engines;

import static dev.millrace.local.engines.Engine.ELASTICSEARCH;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.contracts.Contracts;
import dev.millrace.contracts.Topics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestEnginesTest {

    private static TestEngines engines;

    @BeforeAll
    static void start() {
        engines = TestEngines.start(Engine.values());
    }

    @Test
    void postgresqlKeepsALogThatDebeziumCanRead() throws SQLException {
        assertThat(setting("wal_level")).isEqualTo("logical");
    }

    @Test
    void postgresqlLosesNothingInACrash() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void aServiceOwnsItsDatabase() throws SQLException {
        try (var users = engines.database("users").connect();
                var statement = users.createStatement()) {
            statement.execute("CREATE TABLE owned (id int)");
            statement.execute("DROP TABLE owned");
        }
    }

    @Test
    void aServiceCannotEnterAnotherOnesDatabase() {
        assertThatThrownBy(() -> engines.database("orders", "user_service").connect())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void cdcConnectorReadsTablesThatUserServiceMakesLater() throws SQLException {
        try (var owner = engines.database("users").connect();
                var reader = engines.database("users", "cdc_connector").connect();
                var making = owner.createStatement();
                var reading = reader.createStatement()) {
            making.execute("CREATE TABLE later (id int)");
            assertThat(reading.executeQuery("SELECT * FROM later").next()).isFalse();
            assertThatThrownBy(() -> reading.execute("INSERT INTO later VALUES (1)"))
                    .hasMessageContaining("permission denied");
            making.execute("DROP TABLE later");
        }
    }

    @Test
    void kafkaHasTheTopicsOfTheCatalogue() throws Exception {
        assertThat(topics()).contains(Topics.ORDER_COMMANDS, Topics.ORDER_EVENTS, Topics.USER_CHANGES);
    }

    @Test
    void elasticsearchAnswers() throws Exception {
        assertThat(get(engines.elasticsearch() + "/_cluster/health")).contains("\"cluster_name\":\"millrace\"");
    }

    @Test
    void everyContractIsRegisteredAndMayOnlyEvolveCompatibly() throws Exception {
        assertThat(get(engines.schemaRegistry() + "/subjects"))
                .contains(Contracts.schemas().stream().map(Contracts::subjectOf).toList());
        assertThat(get(engines.schemaRegistry() + "/config")).contains("BACKWARD_TRANSITIVE");
    }

    @Test
    void enginesComeBackOverTheirDataAfterBeingKilled() throws Exception {
        var id = schemaId();
        for (var engine : Set.of(POSTGRESQL, SCHEMA_REGISTRY, KAFKA, ELASTICSEARCH)) {
            engines.kill(engine);
        }
        for (var engine : new Engine[] {POSTGRESQL, SCHEMA_REGISTRY, KAFKA, ELASTICSEARCH}) {
            engines.restart(engine);
        }
        assertThat(schemaId()).isEqualTo(id);
        assertThat(topics()).contains(Topics.ORDER_EVENTS);
        elasticsearchAnswers();
    }

    @Test
    void anEngineThatWasPausedGoesOnWhereItWas() throws Exception {
        engines.pause(ELASTICSEARCH);
        engines.resume(ELASTICSEARCH);
        elasticsearchAnswers();
    }

    private static String schemaId() throws Exception {
        var subject = Contracts.subjectOf(Contracts.schemas().getFirst());
        return get(engines.schemaRegistry() + "/subjects/" + subject + "/versions/latest");
    }

    private static String setting(String name) throws SQLException {
        try (var connection = engines.database("users").connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Set<String> topics() throws Exception {
        try (var admin = Admin.create(engines.kafkaAs("operator"))) {
            return admin.listTopics().names().get();
        }
    }

    private static String get(String uri) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(java.net.URI.create(uri)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
