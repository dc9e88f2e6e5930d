package dev.millrace.cdc;

import static dev.millrace.cdc.CapturedRecords.header;
import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.events.EmailChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final int EVENTS_A_ROUND = 600;
    private static final int EVENTS_A_TRANSACTION = 40;

    private final TestEngines engines = TestEngines.start(POSTGRESQL, KAFKA, SCHEMA_REGISTRY);
    private final CapturedTable users = new CapturedTable(engines);
    private final CapturedRecords events = new CapturedRecords(engines, Topics.USER_EVENTS);
    private final UUID ada = UUID.randomUUID();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void makeTables() {
        users.makeAnew();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void sendsWhatTheOwnerTellsAsAnEventOfItsOwnType() {
        try (var _ = Connector.start(engines, "outbox").untilItCaptures()) {
            users.inTransaction(this::tell);
            untilAllIsSent();
            var event = events.all().getFirst();
            assertThat(event.key()).isEqualTo(ada.toString());
            assertThat(event.value())
                    .isEqualTo(new EmailChanged(ada, 1L, Instant.parse("2026-01-02T03:04:05.123456Z")));
            assertThat(header(event, "ce_type")).isEqualTo("EmailChanged");
            assertThat(header(event, "ce_source")).isEqualTo("/user-service");
            assertThat(header(event, "ce_subject")).isEqualTo(ada.toString());
            assertThat(header(event, "ce_time")).isEqualTo("2026-01-02T03:04:05.123456Z");
            assertThat(header(event, "ce_dataschema"))
                    .isEqualTo("urn:millrace:schema:dev.millrace.users.events.EmailChanged:1");
            assertThat(header(event, "traceparent")).isEqualTo("parent");
        }
        users.dropSlotOf("outbox");
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() {
        try (var _ = Connector.start(engines, "rollback").untilItCaptures()) {
            users.run("begin; insert into outbox values (gen_random_uuid(), 'EmailChanged', '" + ada
                    + "', now(), '{}', null); rollback");
            tell();
            untilAllIsSent();
        }
        users.dropSlotOf("rollback");
    }

    @Test
    void sendsWhatIsInTheTableAtTheStart() {
        var id = UUID.randomUUID();
        users.put(id, "EmailChanged", ada, payload(1));
        told.add(id.toString());
        try (var _ = Connector.start(engines, "leftover").untilItCaptures()) {
            users.run("delete from outbox");
            tell();
            untilAllIsSent();
        }
        users.dropSlotOf("leftover");
    }

    @Test
    void stopsAtAPayloadThatIsNotWhatItsTypeSays() {
        try (var connector = Connector.start(engines, "payload").untilItCaptures()) {
            var id = UUID.randomUUID();
            users.tell(id, "EmailChanged", ada, "{\"email\": \"ada@example.org\"}");
            connector.untilItIsDownBecause("The payload of the event " + id + " is no EmailChanged.");
            assertThat(events.all()).isEmpty();
        }
        users.dropSlotOf("payload");
    }

    @Test
    void stopsAtATimeThatIsNone() {
        try (var connector = Connector.start(engines, "timeless").untilItCaptures()) {
            var id = UUID.randomUUID();
            users.run("insert into outbox values ('%s', 'EmailChanged', '%s', 'infinity', '{}', null)"
                    .formatted(id, ada));
            connector.untilItIsDownBecause(
                    "The column time of public.outbox holds no point in time for the event " + id);
            assertThat(connector.get("/captures/timeless")).contains("\"state\":\"blocked\"");
            assertThat(events.all()).isEmpty();
        }
        users.dropSlotOf("timeless");
    }

    @Test
    void sendsEveryEventOnceAndInOrderHoweverOftenTheConnectorIsKilled() throws Exception {
        Connector.start(engines, "killed").untilItCaptures().close();
        for (var kill = 0; kill < 3; kill++) {
            killInTheMiddle();
        }
        try (var _ = ConnectorProcess.start(engines, "killed")) {
            untilAllIsSent();
        }
        users.dropSlotOf("killed");
    }

    private void killInTheMiddle() throws Exception {
        var enough = events.all().size() + EVENTS_A_ROUND / 3;
        try (var connector = ConnectorProcess.start(engines, "killed");
                var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(this::tellMuch);
            await().atMost(PATIENCE).until(() -> events.all().size() >= enough);
            connector.kill();
            writing.get();
        }
    }

    /** Among changes of rows, which go to another topic and are counted with the events. */
    private void tellMuch() {
        for (var left = EVENTS_A_ROUND; left > 0; left -= EVENTS_A_TRANSACTION) {
            users.inTransaction(() -> {
                for (var i = 0; i < EVENTS_A_TRANSACTION; i++) {
                    users.insert("Ada");
                    tell();
                }
            });
        }
    }

    private void tell() {
        var id = UUID.randomUUID();
        users.tell(id, "EmailChanged", ada, payload(1));
        told.add(id.toString());
    }

    private String payload(long version) {
        return "{\"userId\": \"%s\", \"version\": %d, \"at\": \"2026-01-02T03:04:05.123456Z\"}".formatted(ada, version);
    }

    private void untilAllIsSent() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.of(ada))
                        .extracting(event -> header(event, "ce_id"))
                        .containsExactlyElementsOf(told));
    }
}
