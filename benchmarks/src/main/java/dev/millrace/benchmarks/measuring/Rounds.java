package dev.millrace.benchmarks.measuring;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs both sides in turn within one run, so that whatever else the machine does hits both alike; who goes first changes
 * from round to round.
 *
 * @param warmUps rounds that do not count
 * @param progress is told what begins
 */
public record Rounds(int warmUps, int counted, Consumer<String> progress) {

    public List<Finding> of(Contestant ours) throws Exception {
        return of(ours, null);
    }

    public List<Finding> of(Contestant ours, @Nullable Contestant peer) throws Exception {
        for (int number = 1; number <= warmUps; number++) {
            round("Warm-up %d of %d".formatted(number, warmUps), number, new Side(ours), new Side(peer));
        }
        var ourSide = new Side(ours);
        var peerSide = new Side(peer);
        for (int number = 1; number <= counted; number++) {
            round("Round %d of %d".formatted(number, counted), number, ourSide, peerSide);
        }
        return ourSide.tally.against(peerSide.tally);
    }

    private void round(String title, int number, Side ours, Side peer) throws Exception {
        progress.accept(title);
        for (var side : number % 2 == 1 ? List.of(ours, peer) : List.of(peer, ours)) {
            side.play();
        }
    }

    private record Side(@Nullable Contestant contestant, Tally tally) {

        Side(@Nullable Contestant contestant) {
            this(contestant, new Tally());
        }

        void play() throws Exception {
            if (contestant != null) {
                tally.add(contestant.round());
            }
        }
    }
}
