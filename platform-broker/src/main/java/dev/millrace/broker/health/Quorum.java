package dev.millrace.broker.health;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;

/**
 * The controllers that vote on metadata.
 *
 * @param leader negative when there is none
 */
record Quorum(int leader, List<Voter> voters) {

    static final Duration LAGGING = Duration.ofSeconds(10);

    /** @param caughtUp when it last had everything the leader had, milliseconds of the leader's clock; negative if it never has */
    record Voter(int id, long caughtUp) {}

    static Quorum of(QuorumInfo info) {
        return new Quorum(
                info.leaderId(), info.voters().stream().map(Quorum::voter).toList());
    }

    private static Voter voter(ReplicaState voter) {
        return new Voter(voter.replicaId(), voter.lastCaughtUpTimestamp().orElse(-1));
    }

    boolean hasLeader() {
        return leader >= 0;
    }

    List<Integer> ids() {
        return voters.stream().map(Voter::id).toList();
    }

    /** Measured against the last of them, which is the leader, since clocks of nodes differ. */
    List<Integer> lagging() {
        var now = voters.stream().mapToLong(Voter::caughtUp).max().orElse(0);
        return voters.stream()
                .filter(voter -> now - voter.caughtUp() > LAGGING.toMillis())
                .map(Voter::id)
                .toList();
    }
}
