package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.cdc.snapshot.Message;
import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.changes.UserChange;
import dev.millrace.users.changes.UserRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table is read anew while its changes go on. */
class SnapshotsTest {

    private static final String USERS = "{\"tables\": [\"public.users\"]}";

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
    void noRowIsToldOtherwiseThanItsLastChangeHasLeftIt() throws Exception {
        var rows = users.insertMany(6000);
        try (var connector = Connector.start(engines, "anew").untilItCaptures();
                var writers = Executors.newFixedThreadPool(2)) {
            until(() -> records.all().size() >= 6000);
            var enough = new CountDownLatch(1);
            var writing = Stream.of(1, 2)
                    .map(seed -> writers.submit(() -> change(rows, random(seed), enough)))
                    .toList();
            assertThat(connector.post("/captures/anew/snapshots", USERS)).contains("\"table\":\"public.users\"");
            untilDone(connector, "anew");
            enough.countDown();
            for (Future<?> writer : writing) {
                writer.get();
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lastTold().values())
                            .filteredOn(Objects::nonNull)
                            .extracting(UserRow::getId, UserRow::getVersion)
                            .containsExactlyInAnyOrderElementsOf(users.versions()));
        }
        var told = new HashMap<String, @Nullable UserRow>();
        for (var record : records.all()) {
            if (isRead(record) && told.size() >= 6000) {
                assertThat(rowOf(record)).as(record.key()).isEqualTo(told.get(record.key()));
            }
            told.put(record.key(), rowOf(record));
        }
        assertThat(reads().values()).allMatch(times -> times <= 2).contains(2L);
        users.dropSlotOf("anew");
    }

    @Test
    void goesOnWhereItWasKilledAndTellsEachRowOnce() throws Exception {
        users.insertMany(20_000);
        try (var _ = Connector.start(engines, "resumed").untilItCaptures()) {
            until(() -> records.all().size() == 20_000);
        }
        try (var connector = ConnectorProcess.start(engines, "resumed")) {
            users.say(new Message.Request("resumed", UUID.randomUUID(), "public.users"));
            until(() -> records.all().size() > 22_000);
            connector.kill();
        }
        try (var connector = Connector.start(engines, "resumed").untilItCaptures()) {
            untilDone(connector, "resumed");
            assertThat(connector.get("/captures/resumed/snapshots")).contains("\"rows\":20000");
        }
        until(() -> records.all().size() >= 40_000);
        assertThat(reads())
                .hasSize(20_000)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(2));
        users.dropSlotOf("resumed");
    }

    @Test
    void waitsForTransactionsThatWereOpenBefore() throws Exception {
        users.insert("Ada");
        try (var connector = Connector.start(engines, "patient").untilItCaptures();
                var other = Executors.newSingleThreadExecutor()) {
            until(() -> records.all().size() == 1);
            var open = new CountDownLatch(1);
            var mayEnd = new CountDownLatch(1);
            var writing = other.submit(() -> users.inTransaction(() -> {
                users.insert("Bob");
                open.countDown();
                awaitUninterrupted(mayEnd);
            }));
            open.await();
            connector.post("/captures/patient/snapshots");
            var eve = users.insert("Eve");
            until(() -> !records.of(eve).isEmpty());
            assertThat(connector.get("/captures/patient")).contains("\"state\":\"reading\",\"rows\":0");
            mayEnd.countDown();
            writing.get();
            untilDone(connector, "patient");
        }
        users.dropSlotOf("patient");
    }

    @Test
    void endsWhenItIsCancelled() throws Exception {
        try (var connector = Connector.start(engines, "cancelled").untilItCaptures();
                var other = Executors.newSingleThreadExecutor()) {
            var open = new CountDownLatch(1);
            var mayEnd = new CountDownLatch(1);
            var writing = other.submit(() -> users.inTransaction(() -> {
                users.insert("Ada");
                open.countDown();
                awaitUninterrupted(mayEnd);
            }));
            open.await();
            connector.post("/captures/cancelled/snapshots", USERS);
            until(() -> connector.get("/captures/cancelled/snapshots").contains("\"state\":\"reading\""));
            connector.delete("/captures/cancelled/snapshots/public.users");
            until(() -> connector.get("/captures/cancelled/snapshots").contains("\"state\":\"cancelled\""));
            mayEnd.countDown();
            writing.get();
            connector.post("/captures/cancelled/snapshots", USERS);
            untilDone(connector, "cancelled");
        }
        assertThat(records.all())
                .extracting(CapturedRecords::describe)
                .containsExactly("UserCreated Ada", "UserCreated Ada");
        users.dropSlotOf("cancelled");
    }

    @Test
    void refusesWhatItCannotRead() {
        try (var connector = Connector.start(engines, "refusing").untilItCaptures()) {
            assertThat(connector.post("/captures/nobody/snapshots")).contains("urn:millrace:problem:unknown-capture");
            assertThat(connector.post("/captures/refusing/snapshots", "{\"tables\": [\"public.nobody\"]}"))
                    .contains("urn:millrace:problem:unreadable-table", "but not public.nobody");
            assertThat(connector.post("/captures/refusing/snapshots", "{\"tables\": [\"public.outbox\"]}"))
                    .contains("urn:millrace:problem:unreadable-table");
            assertThat(connector.delete("/captures/refusing/snapshots/public.nobody"))
                    .contains("urn:millrace:problem:unreadable-table");
        }
        users.dropSlotOf("refusing");
    }

    private void change(List<UUID> rows, RandomGenerator random, CountDownLatch enough) {
        var own = new ArrayList<UUID>();
        while (enough.getCount() > 0) {
            switch (random.nextInt(10)) {
                case 0 -> own.add(users.insert("New"));
                case 1 ->
                    users.inTransaction(() -> {
                        for (var i = 0; i < 20; i++) {
                            users.rename(rows.get(random.nextInt(rows.size())), "Renamed");
                        }
                    });
                case 2 -> users.delete(rows.get(random.nextInt(rows.size())));
                default -> users.rename(rows.get(random.nextInt(rows.size())), "Renamed");
            }
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private Map<String, @Nullable UserRow> lastTold() {
        var told = new HashMap<String, @Nullable UserRow>();
        records.all().forEach(record -> told.put(record.key(), rowOf(record)));
        return told;
    }

    private Map<String, Long> reads() {
        return records.all().stream()
                .filter(SnapshotsTest::isRead)
                .collect(groupingBy(ConsumerRecord::key, counting()));
    }

    private static boolean isRead(ConsumerRecord<String, SpecificRecord> record) {
        return record.value() != null && ((UserChange) record.value()).getOp().equals("r");
    }

    private static @Nullable UserRow rowOf(ConsumerRecord<String, SpecificRecord> record) {
        return record.value() == null ? null : ((UserChange) record.value()).getAfter();
    }

    private static void untilDone(Connector connector, String capture) {
        until(() -> connector.get("/captures/" + capture + "/snapshots").contains("\"state\":\"done\""));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
