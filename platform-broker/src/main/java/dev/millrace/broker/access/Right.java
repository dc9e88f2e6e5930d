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

    /** Whether there is a right that gives just this: it allows, from anywhere, and is about something that a right can be about. */
    static boolean describes(AclBinding binding) {
        var right = of(binding.pattern(), binding.entry().operation());
        return right != null
                && !binding.isUnknown()
                && right.bindings(user(binding)).allMatch(binding::equals);
    }

    private static @Nullable Right of(ResourcePattern pattern, AclOperation operation) {
        var name = name(pattern);
        var allow = List.of(operation);
        return switch (pattern.resourceType()) {
            case TOPIC -> new Right(name, null, null, false, allow);
            case GROUP -> new Right(null, name, null, false, allow);
            case TRANSACTIONAL_ID -> new Right(null, null, name, false, allow);
            case CLUSTER -> new Right(null, null, null, true, allow);
            case DELEGATION_TOKEN, USER, ANY, UNKNOWN -> null;
        };
    }

    /** As a right writes it. */
    static String name(ResourcePattern pattern) {
        return pattern.name() + ENDS.getOrDefault(pattern.patternType(), "");
    }

    static String user(AclBinding binding) {
        return binding.entry().principal().replaceFirst("^User:", "");
    }

    /** As a sentence, such as {@code order-service may WRITE topic commands.orders}. */
    static String sentence(AclBinding binding) {
        var pattern = binding.pattern();
        var entry = binding.entry();
        return "%s %s %s %s %s%s"
                .formatted(
                        user(binding),
                        entry.permissionType() == AclPermissionType.ALLOW ? "may" : "may not",
                        entry.operation(),
                        pattern.resourceType(),
                        name(pattern),
                        entry.host().equals(FROM_ANYWHERE) ? "" : " from " + entry.host());
    }
}
