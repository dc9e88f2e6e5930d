package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.Cause.LOSS_BY_RETENTION;
import static dev.millrace.broker.groups.Cause.NONE;
import static dev.millrace.broker.groups.Cause.NO_MEMBERS;
import static dev.millrace.broker.groups.Cause.TOO_SLOW;
import static dev.millrace.broker.groups.Seen.group;
import static dev.millrace.broker.groups.Seen.partition;
import static dev.millrace.broker.groups.State.OK;
import static dev.millrace.broker.groups.State.STOP;
import static dev.millrace.broker.groups.State.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossJudgeTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final GroupJudge judge = new GroupJudge(new LagJudge(4), new LossJudge(Duration.ofHours(1)));

    /** A day has 86400 seconds, and the warning comes an hour before its end. */
    static Stream<Arguments> groups() {
        return Stream.of(
                arguments(
                        "keeps pace",
                        OK,
                        NONE,
                        group("0/9@2 9/18@1 18/27@3 27/36@2").keptFor(DAY)),
                arguments(
                        "has read everything",
                        OK,
                        NONE,
                        group("9/9 9/9 9/9 9/9").keptFor(DAY)),
                arguments(
                        "is late, but not yet near the end",
                        OK,
                        NONE,
                        group("1/9@82000").keptFor(DAY)),
                arguments(
                        "reads what is about to be deleted",
                        WARN,
                        LOSS_BY_RETENTION,
                        group("1/9@83000").keptFor(DAY)),
                arguments(
                        "reads what may have been deleted",
                        WARN,
                        LOSS_BY_RETENTION,
                        group("1/9@90000").keptFor(DAY)),
                arguments("reads old records that nothing deletes", OK, NONE, group("1/9@90000")),
                arguments(
                        "keeps pace where little is kept",
                        OK,
                        NONE,
                        group("0/9@25").keptFor(MINUTE)),
                arguments(
                        "is late where little is kept",
                        WARN,
                        LOSS_BY_RETENTION,
                        group("0/9@35").keptFor(MINUTE)),
                arguments(
                        "catches up more slowly than its records get old",
                        WARN,
                        LOSS_BY_RETENTION,
                        group("0/9000@70000 1/9000@70004 2/9000@70008 3/9000@70012")
                                .keptFor(DAY)),
                arguments(
                        "catches up before its records are too old",
                        OK,
                        NONE,
                        group("0/9000@70000 10/9000@70004 20/9000@70008 30/9000@70012")
                                .keptFor(DAY)),
                arguments(
                        "catches up slowly, but in time as well",
                        OK,
                        NONE,
                        group("0/9000@70000 1/9000@69990 2/9000@69980 3/9000@69970")
                                .keptFor(DAY)),
                arguments(
                        "keeps pace within what size keeps",
                        OK,
                        NONE,
                        group("0/9 9/18 18/27 27/36").keeping(100)),
                arguments(
                        "has read everything of what size keeps",
                        OK,
                        NONE,
                        group("0/0 50/50 100/100").keeping(100)),
                arguments(
                        "is late by most of what size keeps",
                        WARN,
                        LOSS_BY_RETENTION,
                        group("0/60 50/110 100/160 150/210").keeping(100)),
                arguments(
                        "is late where nothing comes that would make the log larger",
                        OK,
                        NONE,
                        group("10/90 10/90").keeping(100)),
                arguments(
                        "catches up while as much comes as size keeps",
                        OK,
                        NONE,
                        group("0/40 60/90 130/140 185/190").keeping(100)),
                arguments(
                        "falls behind",
                        WARN,
                        TOO_SLOW,
                        group("0/10 5/20 10/30 15/40").keptFor(DAY)),
                arguments(
                        "has nobody",
                        STOP,
                        NO_MEMBERS,
                        group("5/9@1 5/9@6 5/9@11 5/9@16").keptFor(DAY).withNobody()));
    }

    @ParameterizedTest(name = "a group that {0} is {1} because of {2}")
    @MethodSource("groups")
    void warnsOfWhatWillBeDeletedUnread(String what, State state, Cause cause, Seen seen) {
        var verdict = verdict(seen);
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.cause()).isEqualTo(cause);
    }

    @Test
    void saysHowMuchTimeIsLeft() {
        var verdict = verdict(group("1/9@83000").keptFor(DAY));
        assertThat(verdict.reason()).endsWith("Its first unread record may be deleted in 3400 s.");
        assertThat(verdict.action()).contains("raise retention.ms");
    }

    @Test
    void tellsWhichOfAgeAndSizeComesFirst() {
        var late = group("0/60@35 50/110@35 100/160@35 150/210@35").keptFor(MINUTE);
        var bySize = verdict(late.keeping(100));
        assertThat(bySize.reason()).endsWith("may be deleted in 4 s.");
        assertThat(bySize.action()).contains("raise retention.bytes");
        var byAge = verdict(late.keeping(1000));
        assertThat(byAge.reason()).endsWith("may be deleted in 25 s.");
        assertThat(byAge.action()).contains("raise retention.ms");
    }

    @Test
    void saysSoOfAGroupThatDoesNotKeepUpForAnotherReason() {
        var verdict = verdict(group("5/9@1 5/9@6 5/9@11 5/9@16").keptFor(DAY).withNobody());
        assertThat(verdict.reason())
                .isEqualTo("Nobody is in the group while records wait from offset 5 on. "
                        + "Its first unread record may be deleted in 86384 s.");
        assertThat(verdict.action()).startsWith("Start its service").contains("Raise retention.ms");
    }

    @Test
    void knowsNoTimeForWhatIsRead() {
        assertThat(group("9/9").keptFor(DAY).history().of(partition(0)).last().safeFor())
                .isNull();
    }

    private Verdict verdict(Seen seen) {
        return judge.judge(seen.history(), partition(0));
    }
}
