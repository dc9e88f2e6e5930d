package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/**
 * Who is in a group at one moment.
 *
 * @param members how many
 * @param owners which of them has which partition; several of a share group may have one together
 */
record Membership(Kind kind, GroupState state, int members, Map<TopicPartition, String> owners) {

    private static final String ASSIGNOR_OF_STREAMS = "stream";
    private static final Set<GroupState> REBALANCING = Set.of(
            GroupState.PREPARING_REBALANCE,
            GroupState.COMPLETING_REBALANCE,
            GroupState.ASSIGNING,
            GroupState.RECONCILING);

    boolean rebalances() {
        return REBALANCING.contains(state);
    }

    boolean nobodyHas(TopicPartition partition) {
        return members > 0 && !owners.containsKey(partition);
    }

    static Membership of(ConsumerGroupDescription group) {
        var owners = owners(
                group.members(),
                member -> member.assignment().topicPartitions().stream()
                        .map(partition -> Map.entry(partition, member.consumerId())));
        var kind = group.partitionAssignor().equals(ASSIGNOR_OF_STREAMS) ? Kind.STREAMS : Kind.CONSUMER;
        return new Membership(kind, group.groupState(), group.members().size(), owners);
    }

    static Membership of(ShareGroupDescription group) {
        var owners = owners(
                group.members(),
                member -> member.assignment().topicPartitions().stream()
                        .map(partition -> Map.entry(partition, member.consumerId())));
        return new Membership(Kind.SHARE, group.groupState(), group.members().size(), owners);
    }

    /** Members of a streams group have tasks; a task reads one partition of every source topic of its part of the topology. */
    static Membership of(StreamsGroupDescription group) {
        var sources = group.subtopologies().stream()
                .collect(toMap(StreamsGroupSubtopologyDescription::subtopologyId, Membership::sources));
        var owners = owners(
                group.members(),
                member -> partitions(member, sources).map(partition -> Map.entry(partition, member.memberId())));
        return new Membership(Kind.STREAMS, group.groupState(), group.members().size(), owners);
    }

    private static Collection<String> sources(StreamsGroupSubtopologyDescription part) {
        return Stream.concat(part.sourceTopics().stream(), part.repartitionSourceTopics().keySet().stream())
                .toList();
    }

    private static Stream<TopicPartition> partitions(
            StreamsGroupMemberDescription member, Map<String, Collection<String>> sources) {
        return member.assignment().activeTasks().stream()
                .flatMap(tasks -> tasks.partitions().stream()
                        .flatMap(number -> sources.getOrDefault(tasks.subtopologyId(), Set.of()).stream()
                                .map(topic -> new TopicPartition(topic, number))));
    }

    private static <M> Map<TopicPartition, String> owners(
            Collection<M> members, Function<M, Stream<Map.Entry<TopicPartition, String>>> assignments) {
        return members.stream()
                .flatMap(assignments)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + ", " + other));
    }
}
