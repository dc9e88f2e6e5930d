package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.Cause.ALL_STUCK;
import static dev.millrace.broker.groups.Cause.HOT_PARTITION;
import static dev.millrace.broker.groups.Cause.NONE;
import static dev.millrace.broker.groups.Cause.NO_MEMBERS;
import static dev.millrace.broker.groups.Cause.REBALANCING;
import static dev.millrace.broker.groups.Cause.REWOUND;
import static dev.millrace.broker.groups.Cause.STUCK;
import static dev.millrace.broker.groups.Cause.STUCK_MEMBER;
import static dev.millrace.broker.groups.Cause.STUCK_RECORD;
import static dev.millrace.broker.groups.Cause.TOO_SLOW;
import static dev.millrace.broker.groups.Cause.UNASSIGNED;
import static dev.millrace.broker.groups.Seen.MORNING;
import static dev.millrace.broker.groups.Seen.group;
import static dev.millrace.broker.groups.Seen.partition;
import static dev.millrace.broker.groups.State.OK;
import static dev.millrace.broker.groups.State.REWIND;
import static dev.millrace.broker.groups.State.STALL;
import static dev.millrace.broker.groups.State.STOP;
import static dev.millrace.broker.groups.State.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LagJudgeTest {

    private static final String STANDS = "5/10 5/20 5/30 5/40";
    private static final String MOVES = "0/10 9/20 20/30 35/40";
    private static final String HAS_NOTHING = "7/7 7/7 7/7 7/7";

    private final LagJudge judge = new LagJudge(4);

    static Stream<Arguments> groups() {
        return Stream.of(
                arguments("has read everything", OK, NONE, group("10/10 10/10 10/10 10/10")),
                arguments(
                        "has nobody, and nothing to read",
                        OK,
                        NONE,
                        group("10/10 10/10 10/10 10/10").withNobody()),
                arguments("keeps pace with a busy topic", OK, NONE, group("0/900 500/1300 1000/1900 1500/2300")),
                arguments("catches up", OK, NONE, group("0/1000 100/1010 300/1020 600/1030")),
                arguments("reads a topic with a record now and then", OK, NONE, group("10/10 10/10 10/10 10/11")),
                arguments("has just begun to be watched", OK, NONE, group("0/100 0/100 0/100")),
                arguments("falls behind", WARN, TOO_SLOW, group("0/100 50/200 100/300 150/400")),
                arguments("falls behind, but not at every poll", OK, NONE, group("0/100 99/150 100/300 150/400")),
                arguments("is stuck while records arrive", STALL, STUCK, group(STANDS)),
                arguments("is stuck before a single record", STALL, STUCK, group("9/10 9/10 9/10 9/10")),
                arguments("lost its members", STOP, NO_MEMBERS, group(STANDS).withNobody()),
                arguments(
                        "had read everything when its members left",
                        STOP,
                        NO_MEMBERS,
                        group("10/10 10/10 10/11 10/12").withNobody()),
                arguments(
                        "reads although nobody is in the group",
                        OK,
                        NONE,
                        group("1/10 4/10 7/10 9/10").withNobody()),
                arguments("was set back", REWIND, REWOUND, group("90/100 95/100 20/100 40/100")),
                arguments("was set back to where nothing is left to do", REWIND, REWOUND, group("90/100 80/80")),
                arguments(
                        "stands still although a member has the partition",
                        STALL,
                        STUCK,
                        group(STANDS).ownedBy("one")),
                arguments(
                        "gave the partition to nobody",
                        STALL,
                        UNASSIGNED,
                        group(STANDS, MOVES).ownedBy("", "one")),
                arguments(
                        "gave to nobody a partition without records",
                        OK,
                        NONE,
                        group(HAS_NOTHING, MOVES).ownedBy("", "one")),
                arguments("moves elsewhere", STALL, STUCK_RECORD, group(STANDS, MOVES)),
                arguments(
                        "moves elsewhere, by another member",
                        STALL,
                        STUCK_RECORD,
                        group(STANDS, MOVES).ownedBy("one", "two")),
                arguments(
                        "has a member that stands still while another moves",
                        STALL,
                        STUCK_MEMBER,
                        group(STANDS, STANDS, MOVES).ownedBy("one", "one", "two")),
                arguments(
                        "has a member that stands still in one of two partitions while another moves",
                        STALL,
                        STUCK_RECORD,
                        group(STANDS, MOVES, MOVES).ownedBy("one", "one", "two")),
                arguments("stands still everywhere", STALL, ALL_STUCK, group(STANDS, STANDS, HAS_NOTHING)),
                arguments("has nothing to read elsewhere", STALL, STUCK, group(STANDS, HAS_NOTHING)),
                arguments(
                        "lags in one partition, which gets most",
                        WARN,
                        HOT_PARTITION,
                        group("0/100 50/200 100/300 150/400", "0/10 10/20 20/30 30/40")),
                arguments(
                        "lags in a partition that gets no more than others",
                        WARN,
                        TOO_SLOW,
                        group("0/100 50/200 100/300 150/400", "0/100 100/200 200/300 300/400")),
                arguments(
                        "lags everywhere, and most where most arrives",
                        WARN,
                        TOO_SLOW,
                        group("0/100 50/200 100/300 150/400", "0/10 5/20 10/30 15/40")));
    }

    @ParameterizedTest(name = "a group that {0} is {1} because of {2}")
    @MethodSource("groups")
    void judgesByWhatItSawOverAWhile(String what, State state, Cause cause, Seen seen) {
        var verdict = verdict(seen);
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREPARING_REBALANCE", "COMPLETING_REBALANCE", "ASSIGNING", "RECONCILING"})
    void tellsAGroupThatIsBusyWithItself(GroupState state) {
        assertThat(verdict(group(STANDS, STANDS).in(state)).cause()).isEqualTo(REBALANCING);
    }

    @Test
    void doesNotBlameARebalanceThatIsOver() {
        var rebalancing = group("5/10 5/20 5/30")
                .in(GroupState.PREPARING_REBALANCE)
                .ownedBy()
                .history();
        var history = rebalancing.followedBy(group("5/40").history().last(), 4);
        assertThat(judge.judge(history, partition(0)).cause()).isEqualTo(STUCK);
    }

    @Test
    void saysWhereAGroupIsStuckAndForHowLong() {
        var verdict = verdict(group(STANDS));
        assertThat(verdict.reason()).isEqualTo("It has members and has not moved from offset 5 for 15 s.");
        assertThat(verdict.action()).contains("Look for that offset in the log of its service");
    }

    @Test
    void saysWhichMemberIsStuck() {
        assertThat(verdict(group(STANDS, STANDS, MOVES).ownedBy("one", "one", "two"))
                        .reason())
                .isEqualTo("It has members and has not moved from offset 5 for 15 s, "
                        + "like every partition of member one, while others move.");
    }

    @Test
    void saysHowFastAGroupFallsBehind() {
        assertThat(verdict(group("0/100 50/200 100/300 150/400")).reason())
                .isEqualTo("It reads, but falls behind by 10.0 records a second.");
    }

    @Test
    void countsWhatWasDeletedUnread() {
        var position = new Position(MORNING, 5, 40, 100, MORNING.minusSeconds(90), null, null);
        assertThat(position.lost()).isEqualTo(35);
        assertThat(position.lag()).isEqualTo(60);
        assertThat(position.timeLag()).hasSeconds(90);
    }

    @Test
    void forgetsATopicThatWasDeletedAndMadeAgain() {
        var before = group("90/100").history();
        var gone = new Group("group", before.last().membership(), new HashMap<>());
        var again = group("1/2").history().last();
        var history = before.followedBy(gone, 4).followedBy(again, 4);
        assertThat(judge.judge(history, partition(0)).state()).isEqualTo(OK);
    }

    @Test
    void remembersNoMoreThanItNeeds() {
        var history =
                group("1/9 2/9 3/9").history().followedBy(group("4/9").history().last(), 3);
        assertThat(history.of(partition(0)).positions())
                .extracting(Position::committed)
                .isEqualTo(List.of(2L, 3L, 4L));
    }

    private Verdict verdict(Seen seen) {
        return judge.judge(seen.history(), partition(0));
    }
}
