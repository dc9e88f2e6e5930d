package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of one capture, the first of which captures. */
class TakeoverTest {

    private final TestEngines engines = TestEngines.start(POSTGRESQL, KAFKA, SCHEMA_REGISTRY);
    private final CapturedTable users = new CapturedTable(engines);
    private final CapturedRecords records = new CapturedRecords(engines);
    private final UUID ada = UUID.randomUUID();
    private final List<String> history = new ArrayList<>();

    @BeforeEach
    void makeTable() {
        users.makeAnew();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void theOtherGoesOnWhenTheFirstIsKilled() throws Exception {
        try (var first = ConnectorProcess.start(engines, "taken-over")) {
            untilTheFirstCaptures();
            try (var other = Connector.start(engines, "taken-over")) {
                other.untilItIsDownBecause("another instance captures");
                first.kill();
                var killed = System.nanoTime();
                rename("Lovelace");
                System.out.printf(
                        "%d ms after the kill another instance told of the next change%n",
                        (System.nanoTime() - killed) / 1_000_000);
                other.untilItCaptures();
                rename("Byron");
            }
        }
        users.dropSlotOf("taken-over");
    }

    /** PostgreSQL gives up on a reader that is silent for ten seconds; Kafka never does, and fences it. */
    @Test
    void theFirstWritesNothingMoreWhenItHasHungMeanwhile() throws Exception {
        try (var first = ConnectorProcess.start(engines, "hung")) {
            untilTheFirstCaptures();
            try (var other = Connector.start(engines, "hung")) {
                other.untilItIsDownBecause("another instance captures");
                first.suspend();
                rename("Lovelace");
                first.resume();
                rename("Byron");
                other.untilItCaptures();
                assertThat(first.isAlive()).isTrue();
            }
        }
        users.dropSlotOf("hung");
    }

    private void untilTheFirstCaptures() {
        users.insert(ada, "Ada");
        history.add("UserCreated Ada");
        untilHistoryIsTold();
    }

    private void rename(String name) {
        users.rename(ada, name);
        history.add("UserUpdated " + name);
        untilHistoryIsTold();
    }

    private void untilHistoryIsTold() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records.historyOf(ada)).containsExactlyElementsOf(history));
    }
}
