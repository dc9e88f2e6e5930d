package dev.millrace.broker.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.topics.TopicDifference.Missing;
import dev.millrace.broker.topics.TopicDifference.OtherConfig;
import dev.millrace.broker.topics.TopicDifference.OtherPartitionCount;
import dev.millrace.broker.topics.TopicDifference.OtherReplication;
import dev.millrace.broker.topics.TopicDifference.Unserved;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicDifferenceTest {

    private static final Topic LOGS = new Topic("logs.services", 6, (short) 1, Map.of("retention.ms", "7d"));

    @Test
    void findsNothingWhereATopicIsAsDeclared() {
        assertThat(TopicDifference.between(LOGS, logs(6, Map.of("retention.ms", "604800000"))))
                .isEmpty();
    }

    @Test
    void findsAMissingTopic() {
        assertThat(TopicDifference.between(LOGS, null)).containsExactly(new Missing(LOGS));
    }

    @Test
    void findsAnotherPartitionCount() {
        assertThat(TopicDifference.between(LOGS, logs(3, LOGS.config())))
                .containsExactly(new OtherPartitionCount("logs.services", 6, 3));
    }

    @Test
    void findsAnotherSettingAndOverlooksThoseThatAreNotDeclared() {
        assertThat(TopicDifference.between(LOGS, logs(6, Map.of("retention.ms", "5", "segment.ms", "9"))))
                .containsExactly(new OtherConfig("logs.services", "retention.ms", "604800000", "5"));
    }

    @Test
    void findsPartitionsThatNobodyServes() {
        assertThat(TopicDifference.between(LOGS, new ActualTopic(6, 1, List.of(1, 4), LOGS.config(), Set.of())))
                .containsExactly(new Unserved("logs.services", List.of(1, 4)));
    }

    @Test
    void findsAnotherReplication() {
        assertThat(TopicDifference.between(
                        new Topic("logs.services", 6, LOGS.config()).replicated((short) 3, (short) 1),
                        new ActualTopic(
                                6,
                                2,
                                List.of(),
                                Map.of("retention.ms", "604800000", "min.insync.replicas", "1"),
                                Set.of())))
                .containsExactly(new OtherReplication("logs.services", 3, 2));
    }

    @Test
    void findsEverythingThatDiffersAtOnce() {
        assertThat(TopicDifference.between(LOGS, new ActualTopic(3, 1, List.of(0), Map.of(), Set.of())))
                .extracting(TopicDifference::toString)
                .containsExactly(
                        "logs.services has 3 partitions, declared are 6",
                        "logs.services has no leader for partitions [0]",
                        "logs.services has retention.ms=nothing, declared is 604800000");
    }

    private static ActualTopic logs(int partitions, Map<String, String> config) {
        return new ActualTopic(partitions, 1, List.of(), config, Set.of());
    }
}
