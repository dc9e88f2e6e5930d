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
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class FaultsTest {

    /** By {@code -Dmillrace.away} as many seconds as the suite has no time for. */
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("millrace.away", 1));

    private static final int CHANGES = 3_000;

    private final TestEngines engines = TestEngines.start(POSTGRESQL, KAFKA, SCHEMA_REGISTRY);
    private final CapturedTable users = new CapturedTable(engines);
    private final CapturedRecords records = new CapturedRecords(engines);
    private final UUID ada = UUID.randomUUID();

    @BeforeEach
    void makeTable() {
        users.makeAnew();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void goesOnWhenPostgresqlComesBack() {
        try (var connector = Connector.start(engines, "postgres-back").untilItCaptures()) {
            users.insert(ada, "Ada");
            engines.kill(POSTGRESQL);
            connector.untilItIsDownBecause("PostgreSQL is away");
            engines.restart(POSTGRESQL);
            users.rename(ada, "Lovelace");
            untilHistoryIs("UserCreated Ada", "UserUpdated Lovelace");
            connector.untilItCaptures();
        }
        users.dropSlotOf("postgres-back");
    }

    @Test
    void saysThatItHearsNothingWhilePostgresqlHangs() {
        try (var connector = Connector.start(engines, "postgres-hangs").untilItCaptures()) {
            engines.pause(POSTGRESQL);
            try {
                connector.untilItIsDownBecause("Nothing was heard for 10 s.");
            } finally {
                engines.resume(POSTGRESQL);
            }
            users.insert(ada, "Ada");
            untilHistoryIs("UserCreated Ada");
            connector.untilItCaptures();
        }
        users.dropSlotOf("postgres-hangs");
    }

    @Test
    void goesOnWhenKafkaComesBack() {
        try (var connector = Connector.start(engines, "kafka-back").untilItCaptures()) {
            users.insert(ada, "Ada");
            untilHistoryIs("UserCreated Ada");
            engines.kill(KAFKA);
            users.rename(ada, "Byron");
            connector.untilItIsDownBecause("Kafka is away");
            await().during(AWAY).atMost(AWAY.plus(PATIENCE)).until(() -> !isUp(connector));
            users.rename(ada, "Lovelace");
            engines.restart(KAFKA);
            untilHistoryIs("UserCreated Ada", "UserUpdated Byron", "UserUpdated Lovelace");
            connector.untilItCaptures();
        }
        users.dropSlotOf("kafka-back");
    }

    /** Its connections stay open, and what was sent to it before is done when it goes on. */
    @Test
    void tellsEveryChangeOnceAndInOrderAlthoughKafkaHangsMeanwhile() throws Exception {
        var changes = new RandomChanges(
                users, RandomGeneratorFactory.of("L64X128MixRandom").create(20260103));
        try (var connector = Connector.start(engines, "kafka-hangs").untilItCaptures();
                var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> changes.make(CHANGES));
            await().atMost(PATIENCE).until(() -> records.all().size() >= CHANGES / 10);
            engines.pause(KAFKA);
            try {
                connector.untilItIsDownBecause("Kafka is away");
            } finally {
                engines.resume(KAFKA);
            }
            writing.get();
            await().atMost(PATIENCE).until(() -> records.all().size() >= changes.expectedRecords());
            connector.untilItCaptures();
        }
        assertThat(records.all().stream()
                        .collect(groupingBy(record -> record.key(), mapping(CapturedRecords::describe, toList()))))
                .isEqualTo(changes.expected());
        users.dropSlotOf("kafka-hangs");
    }

    @Test
    void goesOnWhenTheRegistryComesBack() {
        engines.kill(SCHEMA_REGISTRY);
        try (var connector = Connector.start(engines, "registry-back")) {
            users.insert(ada, "Ada");
            connector.untilItIsDownBecause("registry");
            engines.restart(SCHEMA_REGISTRY);
            untilHistoryIs("UserCreated Ada");
            connector.untilItCaptures();
        }
        users.dropSlotOf("registry-back");
    }

    @Test
    void stopsAtADatabaseThatWasRestoredAndStartsOverWhenItIsTold() throws IOException {
        try (var connector = Connector.start(engines, "recovered").untilItCaptures()) {
            users.insert(ada, "Ada");
            untilHistoryIs("UserCreated Ada");
            users.recoverFromItsArchive(engines);
            connector.untilItIsDownBecause("The database was restored or has failed over");
            users.rename(ada, "Lovelace");
            connector.post("/captures/recovered/start-over");
            untilHistoryIs("UserCreated Ada", "UserCreated Lovelace");
            connector.untilItCaptures();
        }
        users.dropSlotOf("recovered");
    }

    @Test
    void stopsAtAStandbyThatWasPromotedAndStartsOverWhenItIsTold() throws Exception {
        try (var standby = Standby.of(engines)) {
            try (var connector = Connector.start(engines, "failed-over").untilItCaptures()) {
                users.insert(ada, "Ada");
                untilHistoryIs("UserCreated Ada");
                await().atMost(PATIENCE).ignoreExceptions().until(() -> standby.has(ada));
                engines.kill(POSTGRESQL);
                connector.untilItIsDownBecause("PostgreSQL is away");
            }
            engines.restart(POSTGRESQL); // for the registry: nobody points to it any more
            var arguments = Connector.arguments(engines, "failed-over").stream()
                    .map(standby::inPlaceOfTheOriginal)
                    .toList();
            try (var connector = Connector.start(arguments, "failed-over")) {
                connector.untilItIsDownBecause("The database is a standby");
                standby.promote();
                connector.untilItIsDownBecause("The database was restored or has failed over");
                connector.post("/captures/failed-over/start-over");
                untilHistoryIs("UserCreated Ada", "UserCreated Ada");
                connector.untilItCaptures();
            }
        }
        users.dropSlotOf("failed-over");
    }

    @Test
    void beginsItsSnapshotAgainWhenItWasKilledInTheMiddle() throws Exception {
        users.run("insert into users select gen_random_uuid(), 'e', 'row ' || i, null, 1, now(), now()"
                + " from generate_series(1, 20000) i");
        for (var attempt = 0; attempt < 2; attempt++) {
            try (var connector = ConnectorProcess.start(engines, "snapshot-killed")) {
                await().atMost(PATIENCE).until(() -> users.hasSlotOf("snapshot-killed"));
                connector.kill();
            }
        }
        try (var _ = ConnectorProcess.start(engines, "snapshot-killed")) {
            await().atMost(PATIENCE).until(() -> records.all().size() >= 20_000);
            assertThat(records.all().stream().map(CapturedRecords::describe))
                    .hasSize(20_000)
                    .doesNotHaveDuplicates();
        }
        users.dropSlotOf("snapshot-killed");
    }

    private static boolean isUp(Connector connector) {
        return connector.health().getStatus().equals(Status.UP);
    }

    private void untilHistoryIs(String... changes) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records.historyOf(ada)).containsExactly(changes));
    }
}
