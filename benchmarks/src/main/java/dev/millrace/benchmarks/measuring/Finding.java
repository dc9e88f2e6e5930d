package dev.millrace.benchmarks.measuring;

import org.jspecify.annotations.Nullable;

/** What all rounds say about one measure. */
public record Finding(
        Measure measure, Samples ours, @Nullable Samples peer) {

    /** Our median divided by the peer's; null where there is no peer, or nothing to divide by. */
    public @Nullable Double ratio() {
        return peer == null || peer.median() == 0 ? null : ours.median() / peer.median();
    }

    /** Null where nothing is promised, or it can't be told. */
    public @Nullable Boolean holds() {
        return measure.goal() == null ? null : measure.goal().holds(ours.median(), ratio());
    }
}
