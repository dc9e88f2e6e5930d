package dev.millrace.broker.groups;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a group had read in one partition, look by look.
 *
 * @param positions at least one, the oldest first
 */
record History(List<Position> positions) {

    Position first() {
        return positions.getFirst();
    }

    Position last() {
        return positions.getLast();
    }

    int looks() {
        return positions.size();
    }

    Duration span() {
        return Duration.between(first().at(), last().at());
    }

    /** By how many offsets the lag grows in a second; negative while it shrinks. */
    double growth() {
        var seconds = seconds(span());
        return seconds == 0 ? 0 : (last().lag() - first().lag()) / seconds;
    }

    /** By how many seconds the first record that is not read gets older in a second: 1 when nothing is read. */
    double ageing() {
        var seconds = seconds(span());
        return seconds == 0 ? 0 : seconds(last().timeLag().minus(first().timeLag())) / seconds;
    }

    /** Offsets, markers of transactions among them. */
    long arrived() {
        return last().end() - first().end();
    }

    boolean moved() {
        return last().committed() != first().committed();
    }

    /** It had something to read at every look, and read nothing of it. */
    boolean stuck() {
        return !moved() && positions.stream().allMatch(position -> position.lag() > 0);
    }

    boolean wentBack() {
        return steps().anyMatch(step ->
                positions.get(step).committed() < positions.get(step - 1).committed());
    }

    /** The lag has grown, and has not shrunk from one look to the next. */
    boolean fallsBehind() {
        var neverCatchesUp = steps().allMatch(step ->
                positions.get(step).lag() >= positions.get(step - 1).lag());
        return neverCatchesUp && last().lag() > first().lag();
    }

    private IntStream steps() {
        return IntStream.range(1, positions.size());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
