package dev.millrace.broker.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.topics.Difference.Missing;
import dev.millrace.broker.topics.Difference.OtherConfig;
import dev.millrace.broker.topics.Difference.OtherPartitionCount;
import dev.millrace.broker.topics.Difference.Unserved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Topic LOGS = new Topic("logs.services", 6, Map.of("retention.ms", "7d"));

    @Test
    void findsNothingWhereATopicIsAsDeclared() {
        assertThat(Difference.between(LOGS, logs(6, Map.of("retention.ms", "604800000"))))
                .isEmpty();
    }

    @Test
    void findsAMissingTopic() {
        assertThat(Difference.between(LOGS, null)).containsExactly(new Missing(LOGS));
    }

    @Test
    void findsAnotherPartitionCount() {
        assertThat(Difference.between(LOGS, logs(3, LOGS.config())))
                .containsExactly(new OtherPartitionCount("logs.services", 6, 3));
    }

    @Test
    void findsAnotherSettingAndOverlooksThoseThatAreNotDeclared() {
        assertThat(Difference.between(LOGS, logs(6, Map.of("retention.ms", "5", "segment.ms", "9"))))
                .containsExactly(new OtherConfig("logs.services", "retention.ms", "604800000", "5"));
    }

    @Test
    void findsPartitionsThatNobodyServes() {
        assertThat(Difference.between(LOGS, new ActualTopic(6, List.of(1, 4), LOGS.config())))
                .containsExactly(new Unserved("logs.services", List.of(1, 4)));
    }

    @Test
    void findsEverythingThatDiffersAtOnce() {
        assertThat(Difference.between(LOGS, new ActualTopic(3, List.of(0), Map.of())))
                .extracting(Difference::toString)
                .containsExactly(
                        "logs.services has 3 partitions, declared are 6",
                        "logs.services has no leader for partitions [0]",
                        "logs.services has retention.ms=nothing, declared is 604800000");
    }

    private static ActualTopic logs(int partitions, Map<String, String> config) {
        return new ActualTopic(partitions, List.of(), config);
    }
}
