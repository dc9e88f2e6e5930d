package dev.millrace.broker.groups;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupType;

/** What a group is made of. */
enum Kind {
    /** Consumers, under either protocol. */
    CONSUMER,
    /** An application of Kafka Streams: under the protocol of its own, or, as long as it has members, under the classic one. */
    STREAMS,
    /** Consumers that share partitions and acknowledge records one by one. */
    SHARE;

    private static final Set<String> CONSUMERS =
            Set.of("consumer", ""); // nobody has joined the latter: it only commits

    /** Empty for what is no group of readers: workers of Connect, say. */
    static Optional<Kind> of(GroupListing group) {
        return switch (group.type().orElse(GroupType.CLASSIC)) {
            case CLASSIC -> CONSUMERS.contains(group.protocol()) ? Optional.of(CONSUMER) : Optional.empty();
            case CONSUMER -> Optional.of(CONSUMER);
            case STREAMS -> Optional.of(STREAMS);
            case SHARE -> Optional.of(SHARE);
            case UNKNOWN -> Optional.empty();
        };
    }
}
