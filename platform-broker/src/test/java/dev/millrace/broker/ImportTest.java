package dev.millrace.broker;

import static org.apache.kafka.common.acl.AclPermissionType.ALLOW;
import static org.apache.kafka.common.acl.AclPermissionType.DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.declared.PlanCommand;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that nobody has declared becomes files. */
class ImportTest {

    @TempDir
    Path folder;

    @Test
    void describesAClusterSoThatAPlanFindsNothing() throws Exception {
        try (var node = KafkaNode.start(Nodes.in(folder.resolve("data")));
                var admin = Admin.create(node.connection())) {
            fill(admin);
            var files = folder.resolve("files");
            var settings =
                    Map.of("millrace.control.command-config", commandConfig(node), "millrace.import.folder", files);
            var declared =
                    Map.of("millrace.control.command-config", commandConfig(node), "millrace.declared.folder", files);

            assertThat(run("import", settings, 0))
                    .contains(
                            "Left out is topic events.forgetful",
                            "Left out is user old",
                            "- app may not READ TOPIC secret")
                    .contains("Left out is the quota of client-id etl", "Kafka tells nobody the passwords");
            assertThat(Files.readString(files.resolve("topics.yml")))
                    .contains("name: plain", "min.insync.replicas: '2'", "name: events.kept")
                    .doesNotContain("__consumer_offsets", "name: events.forgetful");
            assertThat(run("plan", declared, 0)).contains("as declared");

            var topics = Files.readString(files.resolve("topics.yml"));
            assertThat(run("import", settings, 1)).contains("exists already").doesNotContain("\tat ");
            assertThat(files.resolve("topics.yml")).hasContent(topics);

            admin.deleteTopics(List.of("plain")).all().get();
            assertThat(run("plan", declared, PlanCommand.DIFFERENCES)).contains("plain is missing");
        }
    }

    private String run(String verb, Map<String, ?> settings, int exitCode) throws Exception {
        try (var command = BrokerProcess.command(verb, folder, settings)) {
            assertThat(command.exitCode()).as(command::output).isEqualTo(exitCode);
            return command.output();
        }
    }

    private Path commandConfig(KafkaNode node) throws IOException {
        var properties = new Properties();
        node.connection().forEach((name, value) -> properties.setProperty(name, value.toString()));
        var file = folder.resolve("client.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    private static void fill(Admin admin) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(
                        topic("plain", Map.of()),
                        topic("orders.in", Map.of("retention.ms", "60000", "min.insync.replicas", "2")),
                        topic("events.kept", Map.of("retention.ms", "-1")),
                        topic("events.forgetful", Map.of("retention.ms", "60000"))))
                .all()
                .get();
        admin.alterUserScramCredentials(List.of(
                        credential("app", ScramMechanism.SCRAM_SHA_512),
                        credential("reader", ScramMechanism.SCRAM_SHA_512),
                        credential("old", ScramMechanism.SCRAM_SHA_256)))
                .all()
                .get();
        var rights = List.of(
                right("reader", ALLOW, "orders.in"), right("app", ALLOW, "orders.in"), right("app", DENY, "secret"));
        admin.createAcls(rights).all().get();
        admin.alterClientQuotas(List.of(
                        quota(Collections.singletonMap("user", null), 1024.5e6),
                        quota(Map.of("user", "app"), 2048),
                        quota(Map.of("client-id", "etl"), 4096)))
                .all()
                .get();
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        admin.describeAcls(AclBindingFilter.ANY).values().get().size() == rights.size());
    }

    private static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, 3, (short) 1).configs(config);
    }

    private static UserScramCredentialUpsertion credential(String user, ScramMechanism mechanism) {
        return new UserScramCredentialUpsertion(user, new ScramCredentialInfo(mechanism, 4096), "secret");
    }

    private static AclBinding right(String user, AclPermissionType permission, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", AclOperation.READ, permission));
    }

    private static ClientQuotaAlteration quota(Map<String, String> entity, double rate) {
        return new ClientQuotaAlteration(
                new ClientQuotaEntity(entity), List.of(new ClientQuotaAlteration.Op("producer_byte_rate", rate)));
    }
}
