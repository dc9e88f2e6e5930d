package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class OperatingTest {

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
    void saysHowACaptureIsAndWhatItsSlotRetains() {
        var disk = "--millrace.cdc.captures.users.log-on-disk=3MB";
        try (var connector = Connector.start(engines, "viewed", disk).untilItCaptures()) {
            users.insert(ada, "Ada");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(connector.get("/captures/viewed"))
                            .contains("\"state\":\"streaming\"", "\"records\":1,", "\"retainedBytes\":", "\"bytes\":")
                            .containsPattern("\"safeBytes\":[1-3]?\\d{1,6}[,}]"));
            assertThat(connector.get("/captures")).startsWith("[").contains("\"name\":\"viewed\"");
            assertThat(connector.get("/captures/nobody")).contains("urn:millrace:problem:unknown-capture");
        }
        users.dropSlotOf("viewed");
    }

    @Test
    void pausesUntilItIsToldToGoOnEvenIfItIsStartedAgain() {
        try (var connector = Connector.start(engines, "paused").untilItCaptures()) {
            connector.post("/captures/paused/pause");
            untilPaused(connector);
        }
        users.insert(ada, "Ada");
        try (var connector = Connector.start(engines, "paused")) {
            untilPaused(connector);
            assertThat(records.of(ada)).isEmpty();
            connector.post("/captures/paused/resume");
            connector.untilItCaptures();
            untilAdaIsThere();
        }
        users.dropSlotOf("paused");
    }

    @Test
    void pausesWhicheverInstanceCaptures() {
        try (var active = Connector.start(engines, "shared").untilItCaptures();
                var waiting = Connector.start(engines, "shared")) {
            waiting.untilItIsDownBecause("another instance captures");
            waiting.post("/captures/shared/pause");
            untilPaused(active);
            untilPaused(waiting);
            active.post("/captures/shared/resume");
        }
        users.dropSlotOf("shared");
    }

    @Test
    void stopsAtTheLogOfARestoredDatabaseUntilItIsToldToStartOver() {
        Connector.start(engines, "restored").untilItCaptures().close();
        try (var producer = new KafkaProducer<>(
                engines.kafkaAs("cdc-connector"), new StringSerializer(), new ByteArraySerializer())) {
            var elsewhere = "{\"lsn\":1,\"records\":0,\"system\":\"7423\",\"timeline\":1}";
            producer.send(new ProducerRecord<>("cdc.offsets", "restored", elsewhere.getBytes(UTF_8)));
        }
        try (var connector = Connector.start(engines, "restored")) {
            connector.untilItIsDownBecause(
                    "The database was restored or has failed over: the position 0/1 is of timeline"
                            + " 1 of system 7423, and this is timeline 1 of system");
            users.insert(ada, "Ada");
            connector.post("/captures/restored/start-over");
            untilAdaIsThere();
            connector.untilItCaptures();
            assertThat(connector.post("/captures/restored/start-over"))
                    .contains("urn:millrace:problem:capture-not-blocked");
        }
        users.dropSlotOf("restored");
    }

    @Test
    void makesThePublicationWhereItMay() {
        var arguments = new ArrayList<>(Connector.arguments(engines, "publishing"));
        var superuser = engines.database("users", "postgres");
        arguments.removeIf(argument -> argument.matches(".*database\\.(username|password)=.*"));
        arguments.add("--millrace.cdc.captures.users.publication=made_by_itself");
        arguments.add("--millrace.cdc.captures.users.database.username=" + superuser.username());
        arguments.add("--millrace.cdc.captures.users.database.password=" + superuser.password());
        try (var _ = Connector.start(arguments, "publishing").untilItCaptures()) {
            users.insert(ada, "Ada");
            untilAdaIsThere();
        }
        users.dropSlotOf("publishing");
    }

    private void untilAdaIsThere() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records.historyOf(ada)).containsExactly("UserCreated Ada"));
    }

    private static void untilPaused(Connector connector) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> connector.health().getStatus().equals(Status.UNKNOWN));
    }
}
