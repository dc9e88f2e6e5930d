package dev.millrace.cdc.kafka;

import static dev.millrace.local.engines.Engine.KAFKA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Database;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.CdcProperties;
import dev.millrace.cdc.progress.Checkpoint;
import dev.millrace.cdc.progress.Origin;
import dev.millrace.cdc.progress.Position;
import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.changes.UserChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import tools.jackson.databind.json.JsonMapper;

class ChangeLogTest {

    private static final CdcProperties PROPERTIES = new CdcProperties(Map.of(), "cdc.offsets");
    private static final Origin ORIGIN = new Origin("7423", 1);

    private final String capture = "c" + UUID.randomUUID();
    private final TestEngines engines = TestEngines.start(KAFKA);
    private final Map<String, Object> settings = engines.kafkaAs("cdc-connector");
    private final PositionTopic positions =
            new PositionTopic(PROPERTIES, new DefaultKafkaConsumerFactory<>(settings), new JsonMapper());
    private final ChangeLogs logs = new ChangeLogs(positions, new DefaultKafkaProducerFactory<>(settings));

    @Test
    void hasNoPositionBeforeTheFirstCommit() {
        assertThat(positions.standing(capture).checkpoint()).isEmpty();
    }

    @Test
    void hasTheLastCommittedPosition() {
        try (var log = open(capture)) {
            log.commit(Position.at(1), ORIGIN);
            log.commit(new Position(2, 3), ORIGIN);
        }
        assertThat(positions.standing(capture).checkpoint()).contains(new Checkpoint(new Position(2, 3), ORIGIN));
    }

    @Test
    void readsPositionsFromBeforeTheirOriginWasWritten() {
        try (var log = open(capture)) {
            log.commit(new ProducerRecord<>("cdc.offsets", capture, "{\"lsn\":2,\"records\":3}".getBytes(UTF_8)));
        }
        assertThat(positions.standing(capture).checkpoint()).contains(new Checkpoint(new Position(2, 3), null));
    }

    @Test
    void pausesForEverybodyAndFencesWhoeverWrites() {
        var interventions = new Interventions(logs, positions);
        try (var writer = open(capture)) {
            writer.commit(Position.at(1), ORIGIN);
            interventions.pause(capture(capture));
            assertThatThrownBy(() -> writer.commit(Position.at(2), ORIGIN)).isInstanceOf(KafkaException.class);
        }
        assertThat(positions.standing(capture).paused()).isTrue();
        assertThat(positions.standing("another-" + capture).paused()).isFalse();
        interventions.resume(capture(capture));
        assertThat(positions.standing(capture).paused()).isFalse();
        assertThat(positions.standing(capture).checkpoint()).contains(new Checkpoint(Position.at(1), ORIGIN));
    }

    @Test
    void keepsThePositionsOfCapturesApart() {
        try (var mine = open(capture);
                var others = open("another-" + capture)) {
            mine.commit(Position.at(1), ORIGIN);
            others.commit(Position.at(2), ORIGIN);
        }
        assertThat(positions.standing(capture).checkpoint()).contains(new Checkpoint(Position.at(1), ORIGIN));
    }

    @Test
    void fencesWhoeverWroteBefore() {
        try (var before = open(capture);
                var now = open(capture)) {
            now.commit(Position.at(2), ORIGIN);
            assertThatThrownBy(() -> before.commit(Position.at(1), ORIGIN))
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
        assertThat(positions.standing(capture).checkpoint()).contains(new Checkpoint(Position.at(2), ORIGIN));
    }

    @Test
    void waitsForATransactionThatHidesALaterPosition() throws Exception {
        var before = end();
        try (var open = open("open-" + capture);
                var mine = open(capture)) {
            open.write(positions.record("open-" + capture, Position.at(1), ORIGIN));
            await().atMost(Duration.ofSeconds(10)).until(() -> end() > before);
            mine.commit(Position.at(42), ORIGIN);
            var reading = CompletableFuture.supplyAsync(
                    () -> positions.standing(capture).checkpoint());
            await().during(Duration.ofSeconds(1)).until(() -> !reading.isDone());
            open.commit(Position.at(1), ORIGIN);
            assertThat(reading.get(30, TimeUnit.SECONDS)).contains(new Checkpoint(Position.at(42), ORIGIN));
        }
    }

    private long end() {
        try (var admin = Admin.create(settings)) {
            var partition = new TopicPartition("cdc.offsets", 0);
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(10, TimeUnit.SECONDS)
                    .offset();
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChangeLog open(String name) {
        return logs.open(capture(name));
    }

    private static CaptureProperties capture(String name) {
        var database = new Database("jdbc:postgresql://localhost/users", "nobody", null);
        var table = new Table("public.users", "db-changes.users", "User", UserChange.class, null);
        return new CaptureProperties(
                name,
                database,
                "slot",
                "publication",
                List.of(table),
                List.of(),
                List.of(),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                null);
    }
}
