package dev.millrace.broker.access;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millrace.broker.declared.DeclaredFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class PlatformRightsTest {

    private static final DeclaredRights RIGHTS = read("acls.yml", DeclaredRights.class);
    private static final List<String> SERVICES =
            List.of("order-service", "user-service", "cdc-connector", "search-indexer", "log-aggregator");

    @Test
    void belongToDeclaredUsers() {
        assertThat(RIGHTS.users())
                .isEqualTo(Set.copyOf(read("users.yml", DeclaredUsers.class).users()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.orders", "commands.orders", "results.orders", "tasks.notifications"})
    void letOnlyOrderServiceDecideAboutOrders(String topic) {
        assertThat(whoMay(WRITE, topic)).containsOnly("order-service");
    }

    @Test
    void letEveryServiceShipItsLogAndOnlyTheAggregatorReadThem() {
        assertThat(whoMay(WRITE, "logs.services")).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(whoMay(READ, "logs.services")).containsOnly("log-aggregator");
    }

    @Test
    void letNoServiceAdministerAnything() {
        assertThat(RIGHTS.bindings())
                .filteredOn(binding -> SERVICES.contains(user(binding)))
                .noneMatch(binding -> binding.pattern().resourceType() == ResourceType.CLUSTER)
                .noneMatch(binding -> binding.entry().operation() == ALTER)
                .noneMatch(binding -> binding.pattern().name().equals("*"));
    }

    @Test
    void areAboutOneThingEach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Right("events.orders", "readers", null, false, List.of(READ)))
                .withMessageContaining("a right is about one thing");
    }

    private static Set<String> whoMay(AclOperation operation, String topic) {
        return RIGHTS.bindings().stream()
                .filter(binding -> binding.entry().operation() == operation)
                .filter(binding -> binding.pattern().resourceType() == ResourceType.TOPIC)
                .filter(binding -> binding.pattern().name().equals(topic))
                .map(PlatformRightsTest::user)
                .collect(Collectors.toSet());
    }

    private static String user(AclBinding binding) {
        return binding.entry().principal().replaceFirst("^User:", "");
    }

    private static <T> T read(String file, Class<T> type) {
        return DeclaredFile.read(new ClassPathResource("platform/" + file), type);
    }
}
