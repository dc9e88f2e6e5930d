package dev.millrace.broker.groups;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * @param history positions of one partition, the oldest first
     * @param hasMembers whether anybody is in the group now
     */
    Verdict judge(List<Position> history, boolean hasMembers) {
        var first = history.getFirst();
        var last = history.getLast();
        if (wentBack(history)) {
            return new Verdict(
                    State.REWIND,
                    "It went back and reads again from offset %d.".formatted(last.committed()),
                    "If nobody reset the group on purpose, find out who did: records are processed twice.");
        }
        if (last.lag() == 0) {
            return ok("It has read everything.");
        }
        if (history.size() < enough) {
            return ok("It has not been watched for long enough.");
        }
        if (last.committed() == first.committed()) {
            return hasMembers ? idle(history) : stopped(last);
        }
        return fallsBehind(history)
                ? new Verdict(
                        State.WARN,
                        "It reads, but falls behind by %.1f records a second.".formatted(growth(history)),
                        "Give the group more members, up to one for each partition, or make its work cheaper.")
                : ok("It keeps up.");
    }

    private static Verdict stopped(Position last) {
        return new Verdict(
                State.STOP,
                "Nobody is in the group while records wait from offset %d on.".formatted(last.committed()),
                "Start its service; if there is none any more, delete the group.");
    }

    /** Something that arrived within the while just now is no reason to worry. */
    private static Verdict idle(List<Position> history) {
        var last = history.getLast();
        return history.stream().anyMatch(position -> position.lag() == 0)
                ? ok("Records have just arrived.")
                : new Verdict(
                        State.STALL,
                        "It has members and has not moved from offset %d for %d s."
                                .formatted(last.committed(), span(history).toSeconds()),
                        "Look for that offset in the log of its service: the record there, or what it is written to, holds it up.");
    }

    private static Verdict ok(String reason) {
        return new Verdict(State.OK, reason, "");
    }

    private static boolean wentBack(List<Position> history) {
        return steps(history)
                .anyMatch(step ->
                        history.get(step).committed() < history.get(step - 1).committed());
    }

    private static boolean fallsBehind(List<Position> history) {
        var neverCatchesUp = steps(history)
                .allMatch(
                        step -> history.get(step).lag() >= history.get(step - 1).lag());
        return neverCatchesUp && history.getLast().lag() > history.getFirst().lag();
    }

    private static IntStream steps(List<Position> history) {
        return IntStream.range(1, history.size());
    }

    /** By how many offsets the lag grows in a second; negative while it shrinks. */
    static double growth(List<Position> history) {
        var seconds = span(history).toMillis() / 1000.0;
        return seconds == 0 ? 0 : (history.getLast().lag() - history.getFirst().lag()) / seconds;
    }

    private static Duration span(List<Position> history) {
        return Duration.between(history.getFirst().at(), history.getLast().at());
    }
}
