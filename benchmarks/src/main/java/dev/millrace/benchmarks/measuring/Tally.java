package dev.millrace.benchmarks.measuring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The readings of one side, by measure, in the order in which the measures first came up. */
final class Tally {

    private final Map<Measure, List<Double>> values = new LinkedHashMap<>();

    void add(List<Reading> readings) {
        readings.forEach(reading -> values.computeIfAbsent(reading.measure(), _ -> new ArrayList<>())
                .add(reading.value()));
    }

    List<Finding> against(Tally peer) {
        if (!values.keySet().containsAll(peer.values.keySet())) {
            throw new IllegalStateException("the peer has measures that we do not have: " + peer.values.keySet());
        }
        return values.entrySet().stream()
                .map(ours -> new Finding(ours.getKey(), new Samples(ours.getValue()), peer.of(ours.getKey())))
                .toList();
    }

    private @Nullable Samples of(Measure measure) {
        var found = values.get(measure);
        return found == null ? null : new Samples(found);
    }
}
