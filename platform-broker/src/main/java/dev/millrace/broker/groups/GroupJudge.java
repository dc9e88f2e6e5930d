package dev.millrace.broker.groups;

import org.apache.kafka.common.TopicPartition;

/** Everything that is judged of a group. */
record GroupJudge(LagJudge lag, LossJudge loss) {

    static GroupJudge by(GroupsSettings settings) {
        return new GroupJudge(new LagJudge(settings.polls()), new LossJudge(settings.lossWarning()));
    }

    Verdict judge(GroupHistory group, TopicPartition partition) {
        return loss.judge(group.of(partition), lag.judge(group, partition));
    }
}
