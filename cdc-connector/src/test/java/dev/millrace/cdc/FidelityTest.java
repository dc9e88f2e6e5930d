package dev.millrace.cdc;

import static dev.millrace.cdc.CapturedRecords.header;
import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.cdc.samples.Sample;
import dev.millrace.cdc.samples.SampleChange;
import dev.millrace.local.engines.TestEngines;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PGInterval;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** What is captured is what a second reader finds in the table. */
class FidelityTest {

    private static final String TOPIC = "db-changes.samples";
    private static final String PREFIX = "fidelity-";
    private static final TestEngines ENGINES = TestEngines.start(POSTGRESQL, KAFKA, SCHEMA_REGISTRY);

    private static final String ORDINARY = """
            7, 8, 9, 12.5, 3.1400, 1.5, 0.1, true, 'words', 'abc', '019a0000-0000-7000-8000-000000000001',
            '\\x00ff', '{"b": [1, 2.50], "a": null}', '2026-01-02', '03:04:05.123456', '2026-01-02 03:04:05.123456+02',
            '2026-01-02 03:04:05.123456', '1 year 2 mons -3 days 04:05:06.789', 'good', '10.0.0.1/8', '{1,null,3}',
            '{a,null,"b,c"}', '{1.10,null,2}', '{019a0000-0000-7000-8000-000000000001}', '{good,bad}', '("Main St",7)'
            """;
    private static final String LEAST = """
            -32768, -2147483648, -9223372036854775808, -99999999.9999, 0.000000000000000000000000000001, -3.4028235e38,
            -1.7976931348623157e308, false, '', '', '00000000-0000-0000-0000-000000000000', '', '[]', '0001-01-01', '00:00',
            '0001-01-01 00:00:00Z', '0001-01-01 00:00', '-5 years -11 mons -23:59:59.999999', 'bad', '::1', '{}', '{}', '{}', '{}',
            '{}', '(,)'
            """;
    private static final String LARGEST = """
            32767, 2147483647, 9223372036854775807, 99999999.9999, 100000000000000000000000000000000000000000000000000,
            3.4028235e38, 1.7976931348623157e308, true, 'Ærøskøbing 東京 🦉 \\ '' "', '🦉', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
            '\\xdeadbeef', '"text"', '9999-12-31', '23:59:59.999999', '9999-12-31 23:59:59.999999Z', '9999-12-31 23:59:59.999999',
            '1000 years', 'good', 'ffff::/16', '{-9223372036854775808,9223372036854775807}', '{"",NULL,"NULL","\\"","\\\\"}',
            '{0.000001}', '{ffffffff-ffff-ffff-ffff-ffffffffffff,null}', '{}', '("Ærø ""7"" ",)'
            """;
    private static final String STRANGE = """
            0, 0, 0, 0, 'NaN', 'NaN', '-Infinity', null, E'\\n\\t', ' ', null, '\\x5c78', 'null', '2024-02-29', '12:00', '2024-02-29 12:00+14',
            '1582-10-10 00:00', '0', null, null, '{null}', '{null}', '{0.0,100}', '{null}', '{bad}', null
            """;
    private static final String NOTHING = "null" + ", null".repeat(25);

    private final SampleTable samples = new SampleTable(ENGINES);
    private final CapturedRecords records = new CapturedRecords(ENGINES, TOPIC);

    @BeforeAll
    static void makeTopicAndSchema() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(ENGINES.kafkaAs("operator"))) {
            var topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
            admin.createAcls(List.of(new AclBinding(
                            new ResourcePattern(ResourceType.TOPIC, TOPIC, PatternType.LITERAL),
                            new AccessControlEntry(
                                    "User:cdc-connector", "*", AclOperation.WRITE, AclPermissionType.ALLOW))))
                    .all()
                    .get();
        }
        var schema = SampleChange.getClassSchema();
        RestClient.builder()
                .requestFactory(new SimpleClientHttpRequestFactory())
                .build()
                .post()
                .uri(ENGINES.schemaRegistry() + "/subjects/" + schema.getFullName() + "/versions")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("schemaType", "AVRO", "schema", schema.toString()))
                .retrieve()
                .toBodilessEntity();
    }

    @BeforeEach
    void makeTable() {
        samples.makeAnew();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void everyTypeComesThroughWithoutLoss() {
        insertAll(0);
        try (var _ = capturing("types")) {
            insertAll(10);
            untilEveryRowIsWhatTheTableSays();
        }
        drop("types");
    }

    @Test
    void aRowThatIsReadAnewIsToldAsBefore() {
        insertAll(0);
        try (var connector = capturing("anew")) {
            await().atMost(PATIENCE).until(() -> changes().size() == 5);
            connector.post("/captures/" + PREFIX + "anew/snapshots");
            await().atMost(PATIENCE).until(() -> changes().size() == 10);
            var rows =
                    changes().stream().map(change -> fields(change.getAfter())).toList();
            assertThat(rows.subList(5, 10)).isEqualTo(rows.subList(0, 5));
            untilEveryRowIsWhatTheTableSays();
        }
        drop("anew");
    }

    @Test
    void aTableThatIsNewIsReadByItselfAndOnce() {
        samples.makeAnother();
        insert(1, ORDINARY);
        try (var _ = capturing("growing", "others")) {
            samples.run("insert into others values (2, " + ORDINARY + ")");
            untilChangesAre("SampleCreated 2");
        }
        try (var _ = capturing("growing", "others", "samples")) {
            untilChangesAre("SampleCreated 2", "SampleCreated 1");
        }
        try (var connector = capturing("growing", "others", "samples")) {
            insert(3, ORDINARY);
            untilChangesAre("SampleCreated 2", "SampleCreated 1", "SampleCreated 3");
            assertThat(connector.get("/captures/" + PREFIX + "growing/snapshots"))
                    .containsOnlyOnce("\"done\"");
        }
        drop("growing");
    }

    @Test
    void largeValuesThatAnUpdateLeavesAloneAreStillThere() {
        insert(1, ORDINARY);
        samples.run(
                "alter table samples alter words set storage external, alter raw set storage external, alter doc set storage external");
        samples.run("""
                update samples set words = repeat('w', 100000), raw = convert_to(repeat('r', 100000), 'UTF8'),
                    doc = to_jsonb(repeat('d', 100000)), labels = array_fill(repeat('l', 100), array[500]),
                    numbers = array_fill(7, array[20000])
                """);
        try (var _ = capturing("toast")) {
            samples.run("update samples set small = 8");
            untilChangesAre("SampleCreated 1", "SampleUpdated 1");
            untilEveryRowIsWhatTheTableSays();
        }
        drop("toast");
    }

    @Test
    void aNewPrimaryKeyIsADeletionAndACreation() {
        insert(1, ORDINARY);
        try (var _ = capturing("keys")) {
            samples.run("update samples set id = 2, small = 8");
            untilChangesAre("SampleCreated 1", "SampleDeleted 1", "nothing 1", "SampleCreated 2");
            untilEveryRowIsWhatTheTableSays();
        }
        drop("keys");
    }

    @Test
    void aTruncateStopsTheCapture() {
        insert(1, ORDINARY);
        try (var connector = capturing("truncate")) {
            samples.run("truncate samples");
            insert(2, ORDINARY);
            connector.untilItIsDownBecause("public.samples was truncated");
            untilChangesAre("SampleCreated 1");
        }
        drop("truncate");
    }

    @Test
    void updatesWithoutTheOldRowStopTheCapture() {
        insert(1, ORDINARY);
        try (var connector = capturing("identity")) {
            samples.run("alter table samples replica identity default");
            samples.run("update samples set small = 8");
            connector.untilItIsDownBecause("Unchanged large values of public.samples are missing");
            untilChangesAre("SampleCreated 1");
        }
        drop("identity");
    }

    @Test
    void transactionsAreToldApartAndKeepTheirOrder() {
        try (var _ = capturing("transactions")) {
            var first = samples.inTransaction(() -> {
                insert(2, ORDINARY);
                insert(1, ORDINARY);
                samples.run("update samples set small = 8 where id = 2");
            });
            var second = samples.inTransaction(() -> samples.run("delete from samples where id = 1"));
            untilChangesAre("SampleCreated 2", "SampleCreated 1", "SampleUpdated 2", "SampleDeleted 1", "nothing 1");
            assertThat(changes())
                    .extracting(change -> change.getSource().getTxId())
                    .containsExactly(first, first, first, second);
        }
        drop("transactions");
    }

    @Test
    void columnsMayBeAddedDroppedRenamedAndWidenedMeanwhile() {
        try (var _ = capturing("columns")) {
            changeColumnsAmongRows();
            untilChangesAre(
                    "SampleCreated 1", "SampleCreated 2", "SampleCreated 3", "SampleCreated 4", "SampleCreated 5");
            assertColumnsWereWhatTheyWere();
        }
        drop("columns");
    }

    @Test
    void columnsMayChangeWhileNobodyCaptures() {
        capturing("away").close();
        changeColumnsAmongRows();
        try (var _ = capturing("away")) {
            untilChangesAre(
                    "SampleCreated 1", "SampleCreated 2", "SampleCreated 3", "SampleCreated 4", "SampleCreated 5");
            assertColumnsWereWhatTheyWere();
        }
        drop("away");
    }

    private void changeColumnsAmongRows() {
        insert(1, ORDINARY);
        samples.run("alter table samples add added int not null default 5");
        samples.run("insert into samples (id, added) values (2, 6)");
        samples.run("alter table samples drop flag");
        samples.run("insert into samples (id) values (3)");
        samples.run("alter table samples rename words to phrase");
        samples.run("insert into samples (id, phrase) values (4, 'renamed')");
        samples.run("alter table samples alter whole type bigint");
        samples.run("insert into samples (id, whole) values (5, 5000000000)");
    }

    private void assertColumnsWereWhatTheyWere() {
        var rows = changes().stream().map(SampleChange::getAfter).toList();
        assertThat(rows).extracting(Sample::getAdded).containsExactly(null, 6, 5, 5, 5);
        assertThat(rows).extracting(Sample::getFlag).containsExactly(true, null, null, null, null);
        assertThat(rows).extracting(Sample::getWords).containsExactly("words", "none", "none", null, null);
        assertThat(rows).extracting(Sample::getPhrase).containsExactly(null, null, null, "renamed", "none");
        assertThat(rows).extracting(Sample::getWhole).containsExactly(8L, null, null, null, 5_000_000_000L);
    }

    private void insertAll(int offset) {
        var id = offset;
        for (var row : List.of(ORDINARY, LEAST, LARGEST, STRANGE, NOTHING)) {
            insert(++id, row);
        }
    }

    private void insert(int id, String row) {
        samples.run("insert into samples values (" + id + ", " + row + ")");
    }

    private void untilEveryRowIsWhatTheTableSays() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows().keySet()).containsAll(samples.ids()));
        for (var id : samples.ids()) {
            assertThat(rows().get(id)).as("row %d", id).isEqualTo(samples.row(id));
        }
    }

    private void untilChangesAre(String... changes) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records.all())
                        .extracting(FidelityTest::describe)
                        .containsExactly(changes));
    }

    private static String describe(ConsumerRecord<String, SpecificRecord> record) {
        return (record.value() == null ? "nothing" : header(record, "ce_type")) + " " + record.key();
    }

    private List<SampleChange> changes() {
        return records.all().stream()
                .filter(record -> record.value() != null)
                .map(record -> (SampleChange) record.value())
                .toList();
    }

    private Map<Long, Map<String, @Nullable Object>> rows() {
        var rows = new HashMap<Long, Map<String, @Nullable Object>>();
        for (var change : changes()) {
            if (change.getAfter() != null) {
                rows.put(change.getAfter().getId(), fields(change.getAfter()));
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> fields(Sample sample) {
        var fields = new HashMap<String, @Nullable Object>();
        for (var field : sample.getSchema().getFields()) {
            fields.put(
                    field.name(),
                    sample.get(field.pos()) instanceof List<?> items
                            ? new ArrayList<>(items)
                            : sample.get(field.pos()));
        }
        fields.computeIfPresent("span", (_, iso) -> interval((String) iso));
        return fields;
    }

    private static PGInterval interval(String iso) {
        try {
            return new PGInterval(iso);
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void drop(String capture) {
        new CapturedTable(ENGINES).dropSlotOf(PREFIX + capture);
    }

    private static Connector capturing(String capture) {
        return capturing(capture, "samples");
    }

    private static Connector capturing(String capture, String... tables) {
        var settings = new ArrayList<>(List.of("--millrace.cdc.captures.users.publication=samples"));
        for (var i = 0; i < tables.length; i++) {
            var table = "--millrace.cdc.captures.users.tables[" + i + "].";
            settings.add(table + "name=public." + tables[i]);
            settings.add(table + "topic=" + TOPIC);
            settings.add(table + "entity=Sample");
            settings.add(table + "value=" + SampleChange.class.getName());
        }
        return Connector.start(ENGINES, PREFIX + capture, settings.toArray(String[]::new))
                .untilItCaptures();
    }
}
