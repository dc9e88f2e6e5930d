package dev.millrace.cdc.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many a second, over the last ten seconds. */
final class Rate {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Deque<Sample> recent = new ArrayDeque<>();

    private record Sample(Instant at, long count) {}

    synchronized void add(long count, Instant now) {
        forgetBefore(now.minus(WINDOW));
        recent.addLast(new Sample(now, count));
    }

    synchronized double perSecond(Instant now) {
        forgetBefore(now.minus(WINDOW));
        return recent.stream().mapToLong(Sample::count).sum() / (double) WINDOW.toSeconds();
    }

    private void forgetBefore(Instant start) {
        while (!recent.isEmpty() && recent.getFirst().at().isBefore(start)) {
            recent.removeFirst();
        }
    }
}
