package dev.millrace.broker.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription.TopicInfo;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MembershipTest {

    @Test
    void knowsWhatTheTasksOfAStreamsGroupRead() {
        var membership = Membership.of(streamsGroup());
        assertThat(membership.kind()).isEqualTo(Kind.STREAMS);
        assertThat(membership.members()).isEqualTo(1);
        assertThat(membership.owners())
                .isEqualTo(Map.of(
                        new TopicPartition("orders", 0), "member",
                        new TopicPartition("orders", 2), "member",
                        new TopicPartition("by-customer", 0), "member",
                        new TopicPartition("by-customer", 2), "member"));
    }

    @Test
    void recognisesAStreamsApplicationInAClassicGroup() {
        var group = new ConsumerGroupDescription(
                "application",
                false,
                List.of(),
                "stream",
                GroupType.CLASSIC,
                GroupState.STABLE,
                Node.noNode(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(Membership.of(group).kind()).isEqualTo(Kind.STREAMS);
    }

    @Test
    void leavesOutGroupsThatDoNotRead() {
        assertThat(Kind.of(listing(GroupType.CLASSIC, "connect"))).isEmpty();
        assertThat(Kind.of(listing(GroupType.CLASSIC, "consumer"))).contains(Kind.CONSUMER);
        assertThat(Kind.of(listing(GroupType.CLASSIC, ""))).contains(Kind.CONSUMER);
        assertThat(Kind.of(listing(GroupType.STREAMS, "streams"))).contains(Kind.STREAMS);
        assertThat(Kind.of(listing(GroupType.SHARE, "share"))).contains(Kind.SHARE);
    }

    private static GroupListing listing(GroupType type, String protocol) {
        return new GroupListing("group", Optional.of(type), protocol, Optional.empty());
    }

    private static StreamsGroupDescription streamsGroup() {
        var part = new StreamsGroupSubtopologyDescription(
                "0",
                List.of("orders"),
                List.of(),
                Map.of(),
                Map.of("by-customer", new TopicInfo(3, (short) 1, Map.of())));
        var tasks = new StreamsGroupMemberAssignment(
                List.of(new TaskIds("0", List.of(0, 2))), List.of(new TaskIds("0", List.of(1))), List.of());
        var member = new StreamsGroupMemberDescription(
                "member",
                1,
                Optional.empty(),
                Optional.empty(),
                "client",
                "host",
                1,
                "process",
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                tasks,
                tasks,
                false);
        return new StreamsGroupDescription(
                "application", 1, 1, 1, List.of(part), List.of(member), GroupState.STABLE, Node.noNode(), Set.of());
    }
}
