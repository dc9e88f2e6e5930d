package dev.millrace.cdc;

import static dev.millrace.cdc.Connector.PATIENCE;
import static dev.millrace.local.engines.Engine.KAFKA;
import static dev.millrace.local.engines.Engine.POSTGRESQL;
import static dev.millrace.local.engines.Engine.SCHEMA_REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.changes.UserChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObstaclesTest {

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
    void waitsForATableThatDoesNotExistYet() {
        users.drop();
        try (var connector = Connector.start(engines, "early")) {
            connector.untilItIsDownBecause("The table public.users does not exist yet.");
            users.makeAnew();
            connector.untilItCaptures();
        }
        users.dropSlotOf("early");
    }

    @Test
    void saysWhichRightIsMissingAndGoesOnOnceItIsGranted() {
        users.run("revoke select on users from cdc_connector");
        try (var connector = Connector.start(engines, "rights")) {
            connector.untilItIsDownBecause("GRANT SELECT ON public.users TO cdc_connector");
            users.run("grant select on users to cdc_connector");
            connector.untilItCaptures();
        }
        users.dropSlotOf("rights");
    }

    @Test
    void waitsForATopicThatDoesNotExistYet() throws Exception {
        var topic = "db-changes.early";
        try (var admin = Admin.create(engines.kafkaAs("operator"))) {
            var mayWrite =
                    new AccessControlEntry("User:cdc-connector", "*", AclOperation.WRITE, AclPermissionType.ALLOW);
            var resource = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
            admin.createAcls(List.of(new AclBinding(resource, mayWrite))).all().get();
            try (var connector = Connector.start(engines, "topicless", into(topic))) {
                connector.untilItIsDownBecause("The topic db-changes.early does not exist yet");
                admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
                connector.untilItCaptures();
            }
        }
        users.dropSlotOf("topicless");
    }

    @Test
    void saysWhichTopicItMayNotWriteTo() {
        try (var connector = Connector.start(engines, "unwelcome", into("events.orders"))) {
            connector.untilItIsDownBecause("Not authorized to access topics: [events.orders]");
        }
    }

    private static String[] into(String topic) {
        var table = "--millrace.cdc.captures.users.tables[0].";
        return new String[] {
            table + "name=public.users",
            table + "topic=" + topic,
            table + "entity=User",
            table + "value=" + UserChange.class.getName()
        };
    }

    @Test
    void refusesATableWithoutAPrimaryKey() {
        users.run("alter table users drop constraint users_pkey");
        try (var connector = Connector.start(engines, "keyless")) {
            connector.untilItIsDownBecause("public.users has no primary key");
        }
    }

    @Test
    void stopsAtARowThatIsLargerThanARecordMayBe() {
        try (var connector = Connector.start(engines, "large").untilItCaptures()) {
            var large = UUID.randomUUID();
            users.insert(large, "A".repeat(2_000_000));
            connector.untilItIsDownBecause("The record of " + large + " in db-changes.users is too large");
            var ada = users.insert("Ada");
            users.delete(large);
            assertThat(records.of(ada)).isEmpty();
        }
        users.dropSlotOf("large");
    }

    @Test
    void refusesATableWhoseOldRowsAreIncomplete() {
        users.run("alter table users replica identity default");
        try (var connector = Connector.start(engines, "identity")) {
            connector.untilItIsDownBecause("ALTER TABLE public.users REPLICA IDENTITY FULL");
        }
    }

    @Test
    void stopsRatherThanSkipWhatALostSlotHeld() {
        try (var connector = Connector.start(engines, "lost").untilItCaptures()) {
            assertThat(connector.health().getDetails()).isEmpty();
        }
        users.dropSlotOf("lost");
        var ada = users.insert("Ada");
        try (var connector = Connector.start(engines, "lost")) {
            connector.untilItIsDownBecause("The replication slot lost is gone");
            assertThat(records.of(ada)).isEmpty();
        }
    }

    @Test
    void stopsAtAChangeThatTheSchemaCannotTake() {
        try (var connector = Connector.start(engines, "unfit").untilItCaptures()) {
            users.run("alter table users alter column name drop not null");
            users.run("insert into users values (gen_random_uuid(), 'e', null, null, 1, now(), now())");
            connector.untilItIsDownBecause("The field name does not take what the row holds");
            var ada = users.insert("Ada");
            await().during(java.time.Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .until(() -> records.of(ada).isEmpty());
        }
        users.dropSlotOf("unfit");
    }
}
