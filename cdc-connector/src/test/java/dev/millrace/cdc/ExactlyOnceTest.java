package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ExactlyOnceTest {

    /** As many as the suite has time for; by {@code -Dmillrace.kills} and {@code -Dmillrace.changes} more of them. */
    private static final int KILLS = Integer.getInteger("millrace.kills", 5);

    private static final int CHANGES_A_ROUND = Integer.getInteger("millrace.changes", 4500) / KILLS;
    private static final String CAPTURE = "exactly-once";

    private final TestEngines engines = TestEngines.start(POSTGRESQL, KAFKA, SCHEMA_REGISTRY);
    private final CapturedTable users = new CapturedTable(engines);
    private final CapturedRecords records = new CapturedRecords(engines);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20260102);
    private final RandomChanges changes = new RandomChanges(users, random);

    @Test
    void everyChangeArrivesOnceAndInOrderHoweverOftenTheConnectorIsKilled() throws Exception {
        users.makeAnew();
        letASlotBegin();
        for (var kill = 0; kill < KILLS; kill++) {
            killInTheMiddleOf(kill);
        }
        try (var _ = ConnectorProcess.start(engines, CAPTURE)) {
            await().atMost(PATIENCE).until(() -> records.all().size() >= changes.expectedRecords());
        }
        assertThat(records.all().stream()
                        .collect(groupingBy(record -> record.key(), mapping(CapturedRecords::describe, toList()))))
                .isEqualTo(changes.expected());
        assertThat(records.all().stream().map(record -> CapturedRecords.headerOrNull(record, "ce_id")))
                .filteredOn(id -> id != null)
                .doesNotHaveDuplicates();
        users.dropSlotOf(CAPTURE);
    }

    /** Otherwise the first changes would be part of the snapshot. */
    private void letASlotBegin() {
        Connector.start(engines, CAPTURE).untilItCaptures().close();
    }

    private void killInTheMiddleOf(int round) throws InterruptedException, ExecutionException, java.io.IOException {
        var before = records.all().size();
        var enough = before + random.nextInt(1, CHANGES_A_ROUND);
        try (var connector = ConnectorProcess.start(engines, CAPTURE);
                var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> changes.make(CHANGES_A_ROUND));
            await("round " + round).atMost(PATIENCE).until(() -> records.all().size() >= enough);
            connector.kill();
            writing.get();
        }
        assertThat(records.all().size()).isLessThanOrEqualTo(changes.expectedRecords());
    }
}
