package dev.millrace.broker.access;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.acl.AclPermissionType.ALLOW;
import static org.apache.kafka.common.acl.AclPermissionType.DENY;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.declared.DeclaredFile;
import dev.millrace.broker.declared.Imported;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

class AccessImportTest {

    @Test
    void writesUsersAndThatNobodyKnowsTheirPasswords() {
        var imported = new UserImport(() -> List.of(
                        user("CN=ann,O=x: #1", ScramMechanism.SCRAM_SHA_512, ScramMechanism.SCRAM_SHA_256),
                        user("007", ScramMechanism.SCRAM_SHA_512),
                        user("old", ScramMechanism.SCRAM_SHA_256)))
                .imported();
        assertThat(imported.remarks())
                .containsExactly(
                        UserImport.NO_PASSWORDS, "Left out is user old, who does not come in by SCRAM-SHA-512.");
        assertThat(read(imported, DeclaredUsers.class).users()).containsExactly("007", "CN=ann,O=x: #1");
    }

    @Test
    void writesTheRightsOfAUserTogether() {
        var rights = List.of(
                may("app", WRITE, TOPIC, "orders", LITERAL),
                may("app", READ, TOPIC, "orders", LITERAL),
                may("app", READ, GROUP, "app", PREFIXED));
        assertThat(new AclImport(() -> rights).imported().yaml()).isEqualTo("""
                acls:
                  - user: app
                    rights:
                      - group: app*
                        allow:
                          - Read
                      - topic: orders
                        allow:
                          - Read
                          - Write
                """);
    }

    @Test
    void writesRightsThatAreReadAgain() {
        var rights = List.of(
                may("*", READ, TOPIC, "*", LITERAL),
                may("CN=ann,O=x", DESCRIBE_CONFIGS, TOPIC, "1", PREFIXED),
                may("CN=ann,O=x", READ, GROUP, "", LITERAL),
                may("app", WRITE, TRANSACTIONAL_ID, "app", PREFIXED),
                may("app", ALL, CLUSTER, "kafka-cluster", LITERAL));
        var imported = new AclImport(() -> rights).imported();
        assertThat(imported.remarks()).isEmpty();
        assertThat(read(imported, DeclaredRights.class).bindings()).containsExactlyInAnyOrderElementsOf(rights);
    }

    static Stream<AclBinding> inexpressible() {
        return Stream.of(
                binding("User:app", "*", READ, DENY, TOPIC, "secret", LITERAL),
                binding("User:app", "10.0.0.1", READ, ALLOW, TOPIC, "secret", LITERAL),
                binding("Group:app", "*", READ, ALLOW, TOPIC, "secret", LITERAL),
                may("app", READ, GROUP, "app*", LITERAL),
                may("app", AclOperation.DESCRIBE, ResourceType.DELEGATION_TOKEN, "token", LITERAL),
                may("app", AclOperation.UNKNOWN, TOPIC, "secret", LITERAL));
    }

    @ParameterizedTest
    @MethodSource("inexpressible")
    void leavesOutAUserOfWhomItCannotSayEverything(AclBinding binding) {
        var user = Right.user(binding);
        var imported = new AclImport(() -> List.of(
                        binding, may(user, READ, TOPIC, "orders", LITERAL), may("other", READ, TOPIC, "*", LITERAL)))
                .imported();
        assertThat(imported.remarks()).contains("- " + Right.sentence(binding)).hasSize(3);
        assertThat(read(imported, DeclaredRights.class).users()).containsOnly("other");
    }

    @Test
    void saysFromWhereSomethingIsAllowed() {
        assertThat(Right.sentence(binding("User:app", "10.0.0.1", READ, ALLOW, TOPIC, "orders", PREFIXED)))
                .isEqualTo("app may READ TOPIC orders* from 10.0.0.1");
    }

    @Test
    void writesQuotasOfUsersAndOfEverybodyElse() {
        var quotas = Map.of(
                quotaOf(null), Map.of("producer_byte_rate", 33_554_432.0),
                quotaOf("null"), Map.of("consumer_byte_rate", 1e12, "request_percentage", 12.5));
        var imported = new QuotaImport(() -> quotas).imported();
        assertThat(imported.remarks()).isEmpty();
        assertThat(read(imported, DeclaredQuotas.class).limits()).isEqualTo(quotas);
    }

    @Test
    void namesQuotasThatAreNotOfAUserOrOfAnotherKind() {
        var imported = new QuotaImport(() -> Map.of(
                        new ClientQuotaEntity(Map.of("client-id", "etl", "user", "ann")),
                        Map.of("producer_byte_rate", 1.0),
                        quotaOf("bob"),
                        Map.of("controller_mutation_rate", 5.0, "producer_byte_rate", 1.0),
                        new ClientQuotaEntity(Collections.singletonMap("ip", null)),
                        Map.of("connection_creation_rate", 2.0)))
                .imported();
        assertThat(imported.yaml()).isEqualTo("""
                # Left out is the quota of client-id etl, user ann: {producer_byte_rate=1.0}.
                # Left out is the quota of ip (any other): {connection_creation_rate=2.0}.
                # Left out is the quota of user bob: {controller_mutation_rate=5.0, producer_byte_rate=1.0}.
                quotas: []
                """);
    }

    @Test
    void describesAClusterThatLetsEverybodyDoEverything() {
        assertThat(read(new UserImport(() -> Set.of()).imported(), DeclaredUsers.class))
                .isEqualTo(DeclaredUsers.NONE);
        assertThat(read(new AclImport(() -> Set.of()).imported(), DeclaredRights.class))
                .isEqualTo(DeclaredRights.NONE);
        assertThat(read(new QuotaImport(() -> Map.of()).imported(), DeclaredQuotas.class))
                .isEqualTo(DeclaredQuotas.NONE);
    }

    private static <T> T read(Imported imported, Class<T> type) {
        return DeclaredFile.read(new ByteArrayResource(imported.yaml().getBytes()), type);
    }

    private static UserScramCredentialsDescription user(String name, ScramMechanism... mechanisms) {
        return new UserScramCredentialsDescription(
                name,
                Stream.of(mechanisms)
                        .map(mechanism -> new ScramCredentialInfo(mechanism, 4096))
                        .toList());
    }

    private static AclBinding may(
            String user, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        return binding("User:" + user, "*", operation, ALLOW, type, name, pattern);
    }

    private static AclBinding binding(
            String principal,
            String host,
            AclOperation operation,
            AclPermissionType permission,
            ResourceType type,
            String name,
            PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, host, operation, permission));
    }

    private static ClientQuotaEntity quotaOf(@Nullable String user) {
        return new ClientQuotaEntity(Collections.singletonMap("user", user));
    }
}
