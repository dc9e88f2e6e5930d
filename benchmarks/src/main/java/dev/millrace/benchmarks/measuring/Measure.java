package dev.millrace.benchmarks.measuring;

import org.jspecify.annotations.Nullable;

/** Something one reads off in every round, and what is promised about it. */
public record Measure(String name, String unit, @Nullable Goal goal) {

    public Measure(String name, String unit) {
        this(name, unit, null);
    }

    public Reading reads(double value) {
        return new Reading(this, value);
    }
}
