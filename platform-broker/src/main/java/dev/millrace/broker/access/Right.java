package dev.millrace.broker.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be done with one thing, which is exactly one of the first four. A name that ends with an asterisk means every name that
 * begins so.
 *
 * @param cluster true for what concerns the cluster as a whole
 * @param allow operations as Kafka calls them
 */
record Right(
        @Nullable String topic,
        @Nullable String group,
        @Nullable String transactionalId,
        @DefaultValue("false") boolean cluster,
        List<AclOperation> allow) {

    private static final String ANY = "*";
    private static final String FROM_ANYWHERE = "*";

    Right {
        var named = Stream.of(topic, group, transactionalId, cluster ? "" : null)
                .filter(name -> name != null)
                .count();
        if (named != 1) {
            throw new IllegalArgumentException(
                    "a right is about one thing: a topic, a group, a transactional-id, or the cluster");
        }
        allow = List.copyOf(allow);
    }

    Stream<AclBinding> bindings(String user) {
        var pattern = pattern();
        return allow.stream()
                .map(operation -> new AclBinding(
                        pattern,
                        new AccessControlEntry("User:" + user, FROM_ANYWHERE, operation, AclPermissionType.ALLOW)));
    }

    private ResourcePattern pattern() {
        if (cluster) {
            return new ResourcePattern(ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL);
        } else if (topic != null) {
            return pattern(ResourceType.TOPIC, topic);
        } else if (group != null) {
            return pattern(ResourceType.GROUP, group);
        } else {
            return pattern(ResourceType.TRANSACTIONAL_ID, String.valueOf(transactionalId));
        }
    }

    private static ResourcePattern pattern(ResourceType type, String name) {
        var prefix = name.endsWith(ANY) && !name.equals(ANY);
        return prefix
                ? new ResourcePattern(type, name.substring(0, name.length() - 1), PatternType.PREFIXED)
                : new ResourcePattern(type, name, PatternType.LITERAL);
    }

    private static final Map<PatternType, String> ENDS = Map.of(PatternType.PREFIXED, ANY, PatternType.LITERAL, "");

    /** As a sentence, such as {@code order-service may WRITE topic commands.orders}. */
    static String sentence(AclBinding binding) {
        var pattern = binding.pattern();
        var entry = binding.entry();
        return "%s %s %s %s %s%s"
                .formatted(
                        entry.principal().replaceFirst("^User:", ""),
                        entry.permissionType() == AclPermissionType.ALLOW ? "may" : "may not",
                        entry.operation(),
                        pattern.resourceType(),
                        pattern.name(),
                        ENDS.getOrDefault(pattern.patternType(), ""));
    }
}
