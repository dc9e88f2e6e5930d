package dev.millrace.broker.groups;

import static dev.millrace.broker.groups.History.seconds;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may delete the first record that a group has not read.
 *
 * @param in when at the earliest, if what arrives goes on as it did
 * @param kept from when on a record that is written now may be deleted
 * @param nearing by how many seconds that comes closer in a second: 1 when nothing is read
 * @param setting of the topic, which says so
 */
record Loss(Duration in, Duration kept, double nearing, String setting) {

    /** The one that comes first; none where nothing is unread, or nothing deletes it. */
    static Optional<Loss> of(History history) {
        return Stream.of(byAge(history), bySize(history))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Loss::in));
    }

    private static Optional<Loss> byAge(History history) {
        var safeFor = history.last().safeFor();
        var retention = history.last().retention();
        return safeFor == null || retention == null
                ? Optional.empty()
                : Optional.of(new Loss(safeFor, retention, history.ageing(), "retention.ms"));
    }

    /** A partition to which nothing comes gets no larger, and keeps what it has. */
    private static Optional<Loss> bySize(History history) {
        var position = history.last();
        var kept = position.keeps();
        var rate = history.arrived() / Math.max(seconds(history.span()), Double.MIN_NORMAL);
        if (kept == null || position.lag() == 0 || history.looks() < 2 || rate <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Loss(
                after(kept - position.lag(), rate), after(kept, rate), history.growth() / rate, "retention.bytes"));
    }

    private static Duration after(long offsets, double rate) {
        return Duration.ofMillis(Math.round(Math.max(0, offsets) / rate * 1000));
    }
}
