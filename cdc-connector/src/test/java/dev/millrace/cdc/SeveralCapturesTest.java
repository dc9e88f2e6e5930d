package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.Database;
import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.changes.UserChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SeveralCapturesTest {

    private final TestEngines engines = TestEngines.start(POSTGRESQL, KAFKA, SCHEMA_REGISTRY);
    private final CapturedTable users = new CapturedTable(engines);
    private final CapturedRecords records = new CapturedRecords(engines);

    @BeforeEach
    void makeTable() {
        users.makeAnew();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void oneThatCannotGoOnStopsNoOther() {
        var database = engines.database("users", "cdc_connector");
        try (var connector = Connector.start(withAnother("healthy", database, "public.missing"), "healthy")
                .untilItCaptures()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(connector.healthOf("another").getDetails())
                                    .containsEntry("reason", "The table public.missing does not exist yet."));
            var ada = users.insert("Ada");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records.historyOf(ada)).containsExactly("UserCreated Ada"));
        }
        users.dropSlotOf("healthy");
    }

    @Test
    void readSeveralDatabases() {
        JdbcClient.create(CapturedTable.source(engines.database("orders", "postgres")))
                .sql("grant connect on database orders to cdc_connector")
                .update();
        var others = new CapturedTable(engines, "orders");
        others.makeAnew();
        others.run("grant select on users to cdc_connector");
        var database = engines.database("orders", "cdc_connector");
        try (var _ = Connector.start(withAnother("first", database, "public.users"), "another")
                .untilItCaptures()) {
            var ada = users.insert("Ada");
            var grace = others.insert("Grace");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(records.historyOf(ada)).containsExactly("UserCreated Ada");
                assertThat(records.historyOf(grace)).containsExactly("UserCreated Grace");
            });
        }
        users.dropSlotOf("first");
        others.dropSlotOf("another");
        others.drop();
    }

    @Test
    void tellsOnlyAsterisksOfAMaskedColumnAndNothingOfADroppedOne() {
        var settings = Connector.arguments(engines, "columns");
        var discreet = new ArrayList<>(settings);
        discreet.add("--millrace.cdc.captures.users.mask=public.users.name");
        discreet.add("--millrace.cdc.captures.users.drop=public.users.country");
        try (var _ = Connector.start(discreet, "columns").untilItCaptures()) {
            users.run("insert into users values (gen_random_uuid(), 'e', 'Ada', 'DE', 1, now(), now())");
            await().atMost(PATIENCE).until(() -> records.all().size() == 1);
            var row = ((UserChange) records.all().getFirst().value()).getAfter();
            assertThat(row.getName()).isEqualTo("********");
            assertThat(row.getCountry()).isNull();
        }
        users.dropSlotOf("columns");
    }

    private List<String> withAnother(String capture, Database database, String table) {
        var arguments = new ArrayList<>(Connector.arguments(engines, capture));
        var another = "--millrace.cdc.captures.another.";
        arguments.addAll(List.of(
                another + "name=another",
                another + "slot=another",
                another + "publication=millrace_users",
                another + "database.url=" + database.url(),
                another + "database.username=" + database.username(),
                another + "database.password=" + database.password(),
                another + "tables[0].name=" + table,
                another + "tables[0].topic=db-changes.users",
                another + "tables[0].entity=User",
                another + "tables[0].value=" + UserChange.class.getName()));
        return arguments;
    }
}
