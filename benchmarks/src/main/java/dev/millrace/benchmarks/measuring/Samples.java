package dev.millrace.benchmarks.measuring;

import java.util.List;

/** What a measure came to, round by round; the spread is the whole way from the lowest to the highest. */
public record Samples(List<Double> values) {

    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no median of nothing");
        }
        values = List.copyOf(values);
    }

    public double median() {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double lowest() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    public double highest() {
        return values.stream().max(Double::compare).orElseThrow();
    }
}
