package dev.millrace.cdc;

import static dev.millrace.cdc.CapturedRecords.header;
import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.changes.UserChange;
import dev.millrace.users.changes.UserRow;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CapturingTest {

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
    void capturesWhatHappensToARowInOrder() {
        try (var _ = capturing("order")) {
            var ada = users.insert("Ada");
            users.rename(ada, "Lovelace");
            users.delete(ada);
            untilHistoryIs(ada, "UserCreated Ada", "UserUpdated Lovelace", "UserDeleted", "nothing");
        }
        users.dropSlotOf("order");
    }

    @Test
    void saysExactlyWhatTheRowHeldBeforeAndAfter() {
        try (var _ = capturing("values")) {
            var ada = users.insert("Ada");
            users.rename(ada, "Lovelace");
            await().atMost(PATIENCE).until(() -> records.of(ada).size() == 2);
            var change = (UserChange) records.of(ada).getLast().value();
            assertThat(change.getBefore()).isEqualTo(row(ada, "Ada", 1));
            assertThat(change.getAfter()).isEqualTo(row(ada, "Lovelace", 2));
            assertThat(change.getOp()).isEqualTo("u");
            assertThat(change.getSource().getTable()).isEqualTo("users");
            assertThat(change.getSource().getLsn()).isPositive();
        }
        users.dropSlotOf("values");
    }

    @Test
    void sendsChangesAsCloudEventsThatCanBeToldApart() {
        try (var _ = capturing("headers")) {
            var ada = users.insert("Ada");
            users.rename(ada, "Lovelace");
            await().atMost(PATIENCE).until(() -> records.of(ada).size() == 2);
            var created = records.of(ada).getFirst();
            var renamed = records.of(ada).getLast();
            assertThat(header(created, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(created, "ce_source")).isEqualTo("/cdc-connector");
            assertThat(header(created, "ce_subject")).isEqualTo(ada.toString());
            assertThat(header(created, "ce_id")).matches("headers:[0-9A-F]+/[0-9A-F]+:1");
            assertThat(header(created, "ce_id")).isNotEqualTo(header(renamed, "ce_id"));
            assertThat(Instant.parse(header(created, "ce_time"))).isBefore(Instant.now());
        }
        users.dropSlotOf("headers");
    }

    @Test
    void beginsWithTheRowsThatAreThere() {
        var ada = users.insert("Ada");
        var grace = users.insert("Grace");
        try (var _ = capturing("snapshot")) {
            users.rename(grace, "Hopper");
            untilHistoryIs(ada, "UserCreated Ada");
            untilHistoryIs(grace, "UserCreated Grace", "UserUpdated Hopper");
            assertThat(((UserChange) records.of(ada).getFirst().value()).getOp())
                    .isEqualTo("r");
        }
        users.dropSlotOf("snapshot");
    }

    @Test
    void goesOnWhereItStopped() {
        var ada = UUID.randomUUID();
        try (var _ = capturing("restart")) {
            users.insert(ada, "Ada");
            untilHistoryIs(ada, "UserCreated Ada");
        }
        users.rename(ada, "Byron");
        users.rename(ada, "Lovelace");
        try (var _ = capturing("restart")) {
            users.rename(ada, "Countess");
            untilHistoryIs(ada, "UserCreated Ada", "UserUpdated Byron", "UserUpdated Lovelace", "UserUpdated Countess");
        }
        users.dropSlotOf("restart");
    }

    @Test
    void missesNothingThatHappensWhileItIsAwayAfterItSawAnEmptyTable() {
        try (var _ = capturing("empty")) {
            assertThat(records.all()).isEmpty();
        }
        var ada = users.insert("Ada");
        users.rename(ada, "Lovelace");
        try (var _ = capturing("empty")) {
            untilHistoryIs(ada, "UserCreated Ada", "UserUpdated Lovelace");
        }
        users.dropSlotOf("empty");
    }

    @Test
    void handsOverToAnotherInstanceThatWaits() {
        try (var first = capturing("handover")) {
            try (var second = Connector.start(engines, "handover")) {
                second.untilItIsDownBecause("another instance captures");
                var ada = users.insert("Ada");
                untilHistoryIs(ada, "UserCreated Ada");
                first.close();
                users.rename(ada, "Lovelace");
                second.untilItCaptures();
                untilHistoryIs(ada, "UserCreated Ada", "UserUpdated Lovelace");
            }
        }
        users.dropSlotOf("handover");
    }

    private Connector capturing(String capture) {
        return Connector.start(engines, capture).untilItCaptures();
    }

    private void untilHistoryIs(UUID id, String... changes) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records.historyOf(id)).containsExactly(changes));
    }

    private static UserRow row(UUID id, String name, long version) {
        var at = Instant.parse("2026-01-02T03:04:05.123456Z");
        return new UserRow(id, "ada@example.org", name, null, version, at, at);
    }
}
