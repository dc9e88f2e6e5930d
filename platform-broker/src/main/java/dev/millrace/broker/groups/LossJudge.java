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
        var position = history.last();
        var safeFor = position.safeFor();
        var retention = position.retention();
        if (safeFor == null || retention == null) {
            return progress;
        }
        return soon(safeFor, retention) || beforeItCatchesUp(history, safeFor, progress.state())
                ? warned(progress, safeFor)
                : progress;
    }

    private boolean soon(Duration safeFor, Duration retention) {
        var half = retention.dividedBy(2);
        return safeFor.compareTo(warning.compareTo(half) < 0 ? warning : half) < 0;
    }

    /**
     * One that comes closer reads its first unread record in time; what matters is whether those after it get too old by the time
     * it would come to them.
     */
    private static boolean beforeItCatchesUp(History history, Duration safeFor, State progress) {
        return switch (progress) {
            case WARN, STALL, STOP -> true;
            case REWIND, OK -> {
                var toCatchUp = history.growth() < 0 ? history.last().lag() / -history.growth() : 0;
                yield history.ageing() > 0 && seconds(safeFor) / history.ageing() < toCatchUp;
            }
        };
    }

    private static Verdict warned(Verdict progress, Duration safeFor) {
        var reason =
                "%s Its first unread record may be deleted in %d s.".formatted(progress.reason(), safeFor.toSeconds());
        return progress.state() == State.OK
                ? new Verdict(
                        State.WARN,
                        Cause.LOSS_BY_RETENTION,
                        reason,
                        "Make the group faster, or raise retention.ms of the topic until it has caught up.")
                : new Verdict(
                        progress.state(),
                        progress.cause(),
                        reason,
                        progress.action() + " Raise retention.ms of the topic if that can't be done in time.");
    }
}
