package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.History.seconds;

import java.time.Duration;

/** Judges whether records will be deleted before a group has read them. */
final class LossJudge {

    private final Duration warning;

    /**
     * @param warning how long before that to warn in any case; half the retention at most, or every reader of a topic that keeps
     *     records for less would be warned of
     */
    LossJudge(Duration warning) {
        this.warning = warning;
    }

    /** What was thought of a group by its progress, and, where records may be lost, that too. */
    Verdict judge(History history, Verdict progress) {
        return Loss.of(history)
                .filter(loss -> soon(loss) || beforeItCatchesUp(history, loss, progress.state()))
                .map(loss -> warned(progress, loss))
                .orElse(progress);
    }

    private boolean soon(Loss loss) {
        var half = loss.kept().dividedBy(2);
        return loss.in().compareTo(warning.compareTo(half) < 0 ? warning : half) < 0;
    }

    /**
     * One that comes closer reads its first unread record in time; what matters is whether those after it get too old by the time
     * it would come to them.
     */
    private static boolean beforeItCatchesUp(History history, Loss loss, State progress) {
        return switch (progress) {
            case WARN, STALL, STOP -> true;
            case REWIND, OK -> {
                var toCatchUp = history.growth() < 0 ? history.last().lag() / -history.growth() : 0;
                yield loss.nearing() > 0 && seconds(loss.in()) / loss.nearing() < toCatchUp;
            }
        };
    }

    private static Verdict warned(Verdict progress, Loss loss) {
        var reason = "%s Its first unread record may be deleted in %d s."
                .formatted(progress.reason(), loss.in().toSeconds());
        return progress.state() == State.OK
                ? new Verdict(
                        State.WARN,
                        Cause.LOSS_BY_RETENTION,
                        reason,
                        "Make the group faster, or raise %s of the topic until it has caught up."
                                .formatted(loss.setting()))
                : new Verdict(
                        progress.state(),
                        progress.cause(),
                        reason,
                        "%s Raise %s of the topic if that can't be done in time."
                                .formatted(progress.action(), loss.setting()));
    }
}
