package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.Seen.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.alerts.Severity;
import dev.millrace.broker.alerts.Concern;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupConcernsTest {

    private final GroupJudge judge = new GroupJudge(new LagJudge(4), new LossJudge(Duration.ofHours(1)));

    @Test
    void areNoneOfAGroupThatKeepsUp() {
        assertThat(concerns(group("1/9 3/9 6/9 9/9"))).isEmpty();
    }

    @Test
    void areOneForEachPartitionThatAGroupDoesNotKeepUpWith() {
        assertThat(concerns(group("1/9 1/9 1/9 1/9", "9/9 9/9 9/9 9/9", "1/9 1/9 1/9 1/9")))
                .extracting(Concern::subject)
                .containsExactly("group topic-0", "group topic-2");
    }

    @Test
    void sayWhatWasSeenAndWhatToDo() {
        assertThat(concerns(group("1/9 1/9 1/9 1/9").withNobody()))
                .singleElement()
                .satisfies(concern -> {
                    assertThat(concern.rule()).isEqualTo("group-stands-still");
                    assertThat(concern.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(concern.summary())
                            .contains("Nobody is in the group")
                            .contains("Start");
                });
    }

    @Test
    void tellWhoIsSlowFromWhoLosesRecords() {
        assertThat(concerns(group("1/9 2/19 3/29 4/39")))
                .extracting(Concern::rule, Concern::severity)
                .containsExactly(tuple("group-falls-behind", Severity.WARNING));
        assertThat(concerns(group("1/9@83000").keptFor(Duration.ofDays(1))))
                .extracting(Concern::rule, Concern::severity)
                .containsExactly(tuple("group-loses-records", Severity.CRITICAL));
    }

    private List<Concern> concerns(Seen seen) {
        return GroupConcerns.of(List.of(JudgedGroup.of(seen.history(), judge)));
    }
}
