package dev.millrace.broker.groups;

import org.apache.kafka.common.TopicPartition;

/**
 * Judges a group by its positions over a while and never by its lag alone: on a topic with a record an hour a lag of one may be
 * a dead reader, on a busy one a lag of thousands is a reader that keeps up.
 */
final class LagJudge {

    private final int enough;

    /**
     * @param enough how many positions it takes to tell that somebody makes no progress
     */
    LagJudge(int enough) {
        this.enough = enough;
    }

    Verdict judge(GroupHistory group, TopicPartition partition) {
        var history = group.of(partition);
        if (history.wentBack()) {
            return new Verdict(
                    State.REWIND,
                    Cause.REWOUND,
                    "It went back and reads again from offset %d."
                            .formatted(history.last().committed()),
                    "If nobody reset the group on purpose, find out who did: records are processed twice.");
        }
        if (history.last().lag() == 0) {
            return Verdict.ok("It has read everything.");
        }
        if (history.looks() < enough) {
            return Verdict.ok("It has not been watched for long enough.");
        }
        if (!history.moved()) {
            return Standstill.judge(group, partition);
        }
        return history.fallsBehind() ? Slowness.judge(group, partition) : Verdict.ok("It keeps up.");
    }
}
