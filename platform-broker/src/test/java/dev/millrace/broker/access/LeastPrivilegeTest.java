package dev.millrace.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.Logins;
import dev.millrace.broker.declared.DeclaredFile;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every user of the platform tries what is not theirs. */
class LeastPrivilegeTest {

    private static final List<String> TOPICS = List.of(
            "commands.orders", "events.orders", "db-changes.users", "events.users", "cdc.offsets", "logs.services");

    @TempDir
    static Path folder;

    private static KafkaNode node;
    private static Admin nodeAdmin;
    private static Passwords passwords;

    @BeforeAll
    static void startNode() throws Exception {
        node = KafkaNode.start(Nodes.in(folder.resolve("data")));
        nodeAdmin = Admin.create(node.connection());
        nodeAdmin
                .createTopics(TOPICS.stream()
                        .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
                        .toList())
                .all()
                .get();
        var declared = DeclaredFile.read(new ClassPathResource("platform/users.yml"), DeclaredUsers.class);
        passwords = Passwords.in(folder.resolve("passwords.properties"), declared.users());
        var users = new Users(nodeAdmin, declared, passwords);
        var acls = acls(DeclaredFile.read(new ClassPathResource("platform/acls.yml"), DeclaredRights.class));
        users.apply(false);
        acls.apply(false);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> users.differences().isEmpty() && acls.differences().isEmpty());
    }

    @AfterAll
    static void stopNode() throws IOException {
        nodeAdmin.close();
        node.close();
    }

    @Test
    void passwordsAreTheirOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nobodyComesInWithoutAPassword() {
        try (var admin = Admin.create(quick(Map.of("bootstrap.servers", node.address())))) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get()).isInstanceOf(ExecutionException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-service", "nobody"})
    void nobodyComesInWithAWrongPassword(String user) {
        try (var admin = Admin.create(quick(Logins.client(node.address(), user, "wrong")))) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "order-service, commands.orders",
        "order-service, events.orders",
        "cdc-connector, db-changes.users",
        "cdc-connector, events.users",
        "cdc-connector, cdc.offsets",
        "user-service, logs.services"
    })
    void writesWhatIsTheirs(String user, String topic) throws Exception {
        send(user, topic);
    }

    @ParameterizedTest
    @CsvSource({
        "user-service, events.orders",
        "user-service, db-changes.users",
        "user-service, events.users",
        "search-indexer, events.orders",
        "search-indexer, db-changes.users",
        "cdc-connector, events.orders",
        "order-service, db-changes.users",
        "log-aggregator, events.orders",
        "ledger, events.orders",
        "ledger, logs.services",
        "viewer, events.orders"
    })
    void writesNothingElse(String user, String topic) {
        refused(() -> send(user, topic));
    }

    @ParameterizedTest
    @CsvSource({
        "user-service, events.orders",
        "user-service, logs.services",
        "search-indexer, logs.services",
        "cdc-connector, events.orders",
        "log-aggregator, events.orders",
        "order-service, logs.services",
        "ledger, commands.orders"
    })
    void readsNothingElse(String user, String topic) {
        refused(() -> read(user, topic));
    }

    @ParameterizedTest
    @CsvSource({
        "search-indexer, order-service",
        "order-service, search-indexer-orders",
        "log-aggregator, search-indexer-users",
        "ledger, ledger"
    })
    void joinsNoOtherGroup(String user, String group) {
        refused(() -> {
            try (var consumer = consumer(user, Map.of("group.id", group))) {
                consumer.committed(java.util.Set.of(new TopicPartition("events.orders", 0)), Duration.ofSeconds(10));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"user-service, order-service-1", "cdc-connector, order-service-1", "order-service, cdc-connector.users"
    })
    void takesNoOtherTransactionalId(String user, String id) {
        refused(() -> {
            var properties = properties(user, Map.of("transactional.id", id));
            try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order-service", "user-service", "cdc-connector", "search-indexer", "log-aggregator", "ledger"})
    void administersNothing(String user) {
        try (var admin = Admin.create(properties(user, Map.of()))) {
            refused(admin.createTopics(List.of(new NewTopic("events.mine", 1, (short) 1)))
                    .all());
            refused(admin.deleteTopics(List.of("events.orders")).all());
            refused(admin.describeAcls(AclBindingFilter.ANY).values());
            refused(admin.describeUserScramCredentials().all());
            refused(admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "events.orders"),
                            List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET))))
                    .all());
        }
    }

    @Test
    void viewersLookAtEverything() throws Exception {
        read("viewer", "commands.orders");
        try (var admin = Admin.create(properties("viewer", Map.of()))) {
            var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, "events.orders");
            assertThat(admin.describeConfigs(List.of(node, topic)).all().get()).containsOnlyKeys(node, topic);
            assertThat(admin.describeLogDirs(List.of(1)).allDescriptions().get())
                    .containsKey(1);
            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get()).isNotEmpty();
            admin.listGroups().all().get();
            admin.listConsumerGroupOffsets("order-service").all().get();
        }
    }

    @Test
    void viewersChangeNothing() {
        try (var admin = Admin.create(properties("viewer", Map.of()))) {
            refused(admin.createTopics(List.of(new NewTopic("events.mine", 1, (short) 1)))
                    .all());
            refused(admin.deleteTopics(List.of("events.orders")).all());
            refused(admin.deleteRecords(Map.of(new TopicPartition("events.orders", 0), RecordsToDelete.beforeOffset(0)))
                    .all());
            refused(admin.alterConsumerGroupOffsets(
                            "order-service", Map.of(new TopicPartition("events.orders", 0), new OffsetAndMetadata(0)))
                    .all());
            refused(admin.deleteAcls(List.of(AclBindingFilter.ANY)).all());
        }
    }

    @Test
    void takesBackARightThatIsNotDeclaredOnlyWithConsent() {
        var declared =
                new DeclaredRights(List.of(new DeclaredRights.OfUser("former", List.of(right("events.orders")))));
        acls(declared).apply(false);
        var less = acls(new DeclaredRights(List.of(new DeclaredRights.OfUser("former", List.of()))));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(less.differences())
                        .extracting(AccessDifference::toString)
                        .containsExactly("former may READ TOPIC events.orders is not declared"));
        less.apply(false);
        assertThat(less.differences()).hasSize(1);
        less.apply(true);
        await().atMost(Duration.ofSeconds(10)).until(() -> less.differences().isEmpty());
    }

    @Test
    void limitsWhatOneUserMayTake() {
        var file = new ClassPathResource("platform/quotas.yml");
        var quotas = new Quotas(nodeAdmin, DeclaredFile.read(file, DeclaredQuotas.class));
        assertThat(quotas.differences())
                .extracting(AccessDifference::toString)
                .contains("everybody else has producer_byte_rate=no limit, declared is 33554432");
        quotas.apply(false);
        await().atMost(Duration.ofSeconds(10)).until(() -> quotas.differences().isEmpty());
    }

    private static Right right(String topic) {
        return new Right(topic, null, null, false, List.of(org.apache.kafka.common.acl.AclOperation.READ));
    }

    private static Acls acls(DeclaredRights declared) {
        return new Acls(nodeAdmin, declared);
    }

    private static void send(String user, String topic) throws Exception {
        try (var producer =
                new KafkaProducer<>(properties(user, Map.of()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private static void read(String user, String topic) {
        try (var consumer = consumer(user, Map.of())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.poll(Duration.ofSeconds(10));
        }
    }

    private static KafkaConsumer<String, String> consumer(String user, Map<String, Object> others) {
        var all = new HashMap<String, Object>(Map.of("auto.offset.reset", "earliest"));
        all.putAll(others);
        return new KafkaConsumer<>(properties(user, all), new StringDeserializer(), new StringDeserializer());
    }

    private static void refused(KafkaFuture<?> request) {
        assertThatThrownBy(request::get).hasCauseInstanceOf(AuthorizationException.class);
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isInstanceOf(AuthorizationException.class),
                        failure -> assertThat(failure).hasCauseInstanceOf(AuthorizationException.class));
    }

    private static Map<String, Object> properties(String user, Map<String, Object> others) {
        var all = quick(Logins.client(node.address(), user, passwords.of(user)));
        all.putAll(others);
        return all;
    }

    private static Map<String, Object> quick(Map<String, Object> properties) {
        var all = new HashMap<>(properties);
        all.putAll(Map.of("default.api.timeout.ms", 5_000, "request.timeout.ms", 4_000));
        return all;
    }
}
