package dev.millrace.benchmarks.measuring;

import org.jspecify.annotations.Nullable;

/** A promise: a bound on our own median, or on its ratio to the peer's. */
public record Goal(Subject subject, Bound bound, double limit) {

    enum Subject {
        OURS,
        RATIO
    }

    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    public static Goal atMost(double limit) {
        return new Goal(Subject.OURS, Bound.AT_MOST, limit);
    }

    public static Goal atLeast(double limit) {
        return new Goal(Subject.OURS, Bound.AT_LEAST, limit);
    }

    public static Goal atMostTimesThePeer(double limit) {
        return new Goal(Subject.RATIO, Bound.AT_MOST, limit);
    }

    public static Goal atLeastTimesThePeer(double limit) {
        return new Goal(Subject.RATIO, Bound.AT_LEAST, limit);
    }

    /** Null when the goal is about a ratio and there is none. */
    @Nullable Boolean holds(double ours, @Nullable Double ratio) {
        return switch (subject) {
            case OURS -> allows(ours);
            case RATIO -> ratio == null ? null : allows(ratio);
        };
    }

    private boolean allows(double value) {
        return switch (bound) {
            case AT_MOST -> value <= limit;
            case AT_LEAST -> value >= limit;
        };
    }

    @Override
    public String toString() {
        var number = limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
        return (bound == Bound.AT_MOST ? "<= " : ">= ") + number + (subject == Subject.RATIO ? " x peer" : "");
    }
}
