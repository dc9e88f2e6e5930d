package dev.millrace.orderservice.verifying;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All differences are counted, and the first of each place kept, so that one fault cannot hide another. */
final class Differences {

    private static final int KEPT_OF_EACH_PLACE = 100;

    private final Map<Where, List<Difference>> kept = new EnumMap<>(Where.class);
    private long count;

    synchronized void add(Difference difference) {
        count++;
        var place = kept.computeIfAbsent(difference.where(), _ -> new ArrayList<>());
        if (place.size() < KEPT_OF_EACH_PLACE) {
            place.add(difference);
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized List<Difference> kept() {
        return kept.values().stream().flatMap(List::stream).toList();
    }
}
