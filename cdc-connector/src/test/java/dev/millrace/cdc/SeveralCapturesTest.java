package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.changes.UserChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        try (var connector = Connector.start(withAnother("healthy", "public.missing"), "healthy")
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

    private List<String> withAnother(String capture, String table) {
        var arguments = new ArrayList<>(Connector.arguments(engines, capture));
        var database = engines.database("users", "cdc_connector");
        var another = "--millrace.cdc.captures.another.";
        arguments.addAll(List.of(
                another + "name=another",
                another + "slot=another",
                another + "publication=another",
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
