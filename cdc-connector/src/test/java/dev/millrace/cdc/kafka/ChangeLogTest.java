package dev.millrace.cdc.kafka;

import static dev.millrace.local.engines.Engine.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Database;
import dev.millrace.cdc.CaptureProperties.Table;
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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import tools.jackson.databind.json.JsonMapper;

class ChangeLogTest {

    private final String capture = "c" + UUID.randomUUID();
    private final TestEngines engines = TestEngines.start(KAFKA);
    private final Map<String, Object> settings = engines.kafkaAs("cdc-connector");
    private final PositionTopic positions =
            new PositionTopic(properties(capture), new DefaultKafkaConsumerFactory<>(settings), new JsonMapper());

    @Test
    void hasNoPositionBeforeTheFirstCommit() {
        assertThat(positions.last(capture)).isEmpty();
    }

    @Test
    void hasTheLastCommittedPosition() {
        try (var log = logs(capture).open()) {
            log.commit(Position.at(1));
            log.commit(new Position(2, 3));
        }
        assertThat(positions.last(capture)).contains(new Position(2, 3));
    }

    @Test
    void keepsThePositionsOfCapturesApart() {
        try (var mine = logs(capture).open();
                var others = logs("another-" + capture).open()) {
            mine.commit(Position.at(1));
            others.commit(Position.at(2));
        }
        assertThat(positions.last(capture)).contains(Position.at(1));
    }

    @Test
    void fencesWhoeverWroteBefore() {
        try (var before = logs(capture).open();
                var now = logs(capture).open()) {
            now.commit(Position.at(2));
            assertThatThrownBy(() -> before.commit(Position.at(1)))
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
        assertThat(positions.last(capture)).contains(Position.at(2));
    }

    @Test
    void waitsForATransactionThatHidesALaterPosition() throws Exception {
        var before = end();
        try (var open = logs("open-" + capture).open();
                var mine = logs(capture).open()) {
            open.write(positions.record("open-" + capture, Position.at(1)));
            await().atMost(Duration.ofSeconds(10)).until(() -> end() > before);
            mine.commit(Position.at(42));
            var reading = CompletableFuture.supplyAsync(() -> positions.last(capture));
            await().during(Duration.ofSeconds(1)).until(() -> !reading.isDone());
            open.commit(Position.at(1));
            assertThat(reading.get(30, TimeUnit.SECONDS)).contains(Position.at(42));
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

    private ChangeLogs logs(String name) {
        return new ChangeLogs(properties(name), positions, new DefaultKafkaProducerFactory<>(settings));
    }

    private static CaptureProperties properties(String name) {
        var database = new Database("jdbc:postgresql://localhost/users", "nobody", null);
        var table = new Table("public.users", "db-changes.users", "User", UserChange.class, null);
        return new CaptureProperties(
                name,
                database,
                "slot",
                "publication",
                List.of(table),
                "cdc.offsets",
                Duration.ofSeconds(1),
                Duration.ofMinutes(1));
    }
}
