package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObstaclesTest {

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
    void waitsForATableThatDoesNotExistYet() {
        users.drop();
        try (var connector = Connector.start(engines, "early")) {
            connector.untilItIsDownBecause("The table public.users does not exist yet.");
            users.makeAnew();
            connector.untilItCaptures();
        }
        users.dropSlotOf("early");
    }

    @Test
    void saysWhichRightIsMissingAndGoesOnOnceItIsGranted() {
        users.run("revoke select on users from cdc_connector");
        try (var connector = Connector.start(engines, "rights")) {
            connector.untilItIsDownBecause("GRANT SELECT ON public.users TO cdc_connector");
            users.run("grant select on users to cdc_connector");
            connector.untilItCaptures();
        }
        users.dropSlotOf("rights");
    }

    @Test
    void refusesATableWhoseOldRowsAreIncomplete() {
        users.run("alter table users replica identity default");
        try (var connector = Connector.start(engines, "identity")) {
            connector.untilItIsDownBecause("ALTER TABLE public.users REPLICA IDENTITY FULL");
        }
    }

    @Test
    void stopsRatherThanSkipWhatALostSlotHeld() {
        try (var connector = Connector.start(engines, "lost").untilItCaptures()) {
            assertThat(connector.health().getDetails()).isEmpty();
        }
        users.dropSlotOf("lost");
        var ada = users.insert("Ada");
        try (var connector = Connector.start(engines, "lost")) {
            connector.untilItIsDownBecause("The replication slot lost is gone");
            assertThat(records.of(ada)).isEmpty();
        }
    }

    @Test
    void stopsAtAChangeThatTheSchemaCannotTake() {
        try (var connector = Connector.start(engines, "unfit").untilItCaptures()) {
            users.run("alter table users alter column name drop not null");
            users.run("insert into users values (gen_random_uuid(), 'e', null, null, 1, now(), now())");
            connector.untilItIsDownBecause("The field name does not take what the row holds");
            var ada = users.insert("Ada");
            await().during(java.time.Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .until(() -> records.of(ada).isEmpty());
        }
        users.dropSlotOf("unfit");
    }
}
