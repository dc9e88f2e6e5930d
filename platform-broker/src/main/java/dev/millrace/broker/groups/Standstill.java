package dev.millrace.broker.groups;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/** Tells why a group does not move in a partition that has something to read. */
final class Standstill {

    private Standstill() {}

    static Verdict judge(GroupHistory group, TopicPartition partition) {
        var history = group.of(partition);
        var offset = history.last().committed();
        if (group.last().membership().members() == 0) {
            return new Verdict(
                    State.STOP,
                    Cause.NO_MEMBERS,
                    "Nobody is in the group while records wait from offset %d on.".formatted(offset),
                    "Start its service; if there is none any more, delete the group.");
        }
        if (!history.stuck()) { // what arrived within the while just now is no reason to worry
            return Verdict.ok("Records have just arrived.");
        }
        if (group.always(Membership::rebalances)) {
            return stall(
                    Cause.REBALANCING,
                    "Its members have been rebalancing for %d s.".formatted(seconds(history)),
                    "Look for members that come and go, or take longer than max.poll.interval.ms between two polls.");
        }
        if (group.always(membership -> membership.nobodyHas(partition))) {
            return stall(
                    Cause.UNASSIGNED,
                    "It has members, and none of them has this partition.",
                    "See that they subscribe to the topic; if nobody is to read it any more, delete the group's offsets for it.");
        }
        return stuck(group, partition);
    }

    private static Verdict stuck(GroupHistory group, TopicPartition partition) {
        var history = group.of(partition);
        var offset = history.last().committed();
        var notMoved = "It has members and has not moved from offset %d for %d s".formatted(offset, seconds(history));
        if (group.others(partition).anyMatch(History::moved)) {
            var ofItsMember = ofTheSameMember(group, partition);
            var memberReadsNothing =
                    !ofItsMember.isEmpty() && ofItsMember.stream().allMatch(History::stuck);
            return memberReadsNothing
                    ? stall(
                            Cause.STUCK_MEMBER,
                            notMoved
                                    + ", like every partition of member %s, while others move."
                                            .formatted(group.last()
                                                    .membership()
                                                    .owners()
                                                    .get(partition)),
                            "Look at the log and a thread dump of that member; a restart gives its partitions to others.")
                    : stall(
                            Cause.STUCK_RECORD,
                            notMoved + ", while other partitions move.",
                            "Look for that offset in the log of its service: the record there can't be processed, it seems.");
        }
        return group.others(partition).anyMatch(History::stuck)
                ? stall(
                        Cause.ALL_STUCK,
                        notMoved + ", nor has it anywhere else.",
                        "Look at what its service writes to, and at its log: all of it hangs, or retries one record for ever.")
                : stall(
                        Cause.STUCK,
                        notMoved + ".",
                        "Look for that offset in the log of its service: the record there, or what it is written to, holds it up.");
    }

    /** Other partitions of the member that has this one, in which something could be read. */
    private static List<History> ofTheSameMember(GroupHistory group, TopicPartition partition) {
        var owners = group.last().membership().owners();
        return group.partitions().entrySet().stream()
                .filter(other -> !other.getKey().equals(partition))
                .filter(other -> owners.containsKey(partition)
                        && Objects.equals(owners.get(other.getKey()), owners.get(partition)))
                .map(other -> other.getValue())
                .filter(history -> history.moved() || history.stuck())
                .toList();
    }

    private static Verdict stall(Cause cause, String reason, String action) {
        return new Verdict(State.STALL, cause, reason, action);
    }

    private static long seconds(History history) {
        return history.span().toSeconds();
    }
}
