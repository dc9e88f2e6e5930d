package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.State.OK;
import static dev.millrace.broker.groups.State.REWIND;
import static dev.millrace.broker.groups.State.STALL;
import static dev.millrace.broker.groups.State.STOP;
import static dev.millrace.broker.groups.State.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LagJudgeTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final int POLL_SECONDS = 5;
    private static final boolean MEMBERS = true;
    private static final boolean NOBODY = false;

    private final LagJudge judge = new LagJudge(4);

    /** Each pair is how far the group was and where the partition ended, poll by poll. */
    static Stream<Arguments> histories() {
        return Stream.of(
                arguments("has read everything", MEMBERS, OK, "10/10 10/10 10/10 10/10"),
                arguments("has nobody, and nothing to read", NOBODY, OK, "10/10 10/10 10/10 10/10"),
                arguments("keeps pace with a busy topic", MEMBERS, OK, "0/900 500/1300 1000/1900 1500/2300"),
                arguments("catches up", MEMBERS, OK, "0/1000 100/1010 300/1020 600/1030"),
                arguments("reads a topic with a record now and then", MEMBERS, OK, "10/10 10/10 10/10 10/11"),
                arguments("has just begun to be watched", MEMBERS, OK, "0/100 0/100 0/100"),
                arguments("falls behind", MEMBERS, WARN, "0/100 50/200 100/300 150/400"),
                arguments("falls behind, but not at every poll", MEMBERS, OK, "0/100 99/150 100/300 150/400"),
                arguments("is stuck while records arrive", MEMBERS, STALL, "5/10 5/20 5/30 5/40"),
                arguments("is stuck before a single record", MEMBERS, STALL, "9/10 9/10 9/10 9/10"),
                arguments("lost its members", NOBODY, STOP, "5/10 5/20 5/30 5/40"),
                arguments("had read everything when its members left", NOBODY, STOP, "10/10 10/10 10/11 10/12"),
                arguments("reads although nobody is in the group", NOBODY, OK, "1/10 4/10 7/10 9/10"),
                arguments("was set back", MEMBERS, REWIND, "90/100 95/100 20/100 40/100"),
                arguments("was set back to where nothing is left to do", MEMBERS, REWIND, "90/100 80/80"));
    }

    @ParameterizedTest(name = "a group that {0} is {2}")
    @MethodSource("histories")
    void judgesByWhatItSawOverAWhile(String what, boolean members, State state, String history) {
        assertThat(judge.judge(positions(history), members).state()).isEqualTo(state);
    }

    @Test
    void saysWhereAGroupIsStuckAndForHowLong() {
        var verdict = judge.judge(positions("5/10 5/20 5/30 5/40"), MEMBERS);
        assertThat(verdict.reason()).isEqualTo("It has members and has not moved from offset 5 for 15 s.");
        assertThat(verdict.action()).contains("Look for that offset in the log of its service");
    }

    @Test
    void saysHowFastAGroupFallsBehind() {
        assertThat(judge.judge(positions("0/100 50/200 100/300 150/400"), MEMBERS)
                        .reason())
                .isEqualTo("It reads, but falls behind by 10.0 records a second.");
    }

    @Test
    void countsWhatWasDeletedUnread() {
        var position = new Position(MORNING, 5, 40, 100, MORNING.minusSeconds(90));
        assertThat(position.lost()).isEqualTo(35);
        assertThat(position.lag()).isEqualTo(60);
        assertThat(position.timeLag()).hasSeconds(90);
    }

    private static List<Position> positions(String history) {
        var positions = new ArrayList<Position>();
        for (var pair : history.split(" ", -1)) {
            var committed = Long.parseLong(pair.substring(0, pair.indexOf('/')));
            var end = Long.parseLong(pair.substring(pair.indexOf('/') + 1));
            var at = MORNING.plusSeconds((long) POLL_SECONDS * positions.size());
            positions.add(new Position(at, committed, 0, end, committed < end ? at.minusSeconds(1) : null));
        }
        return positions;
    }
}
