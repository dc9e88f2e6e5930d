package dev.millrace.local.demo.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** One line of the ledger: what one place has to hold, what it holds, and every id in which the two differ. */
public record Account(String place, int expected, int found, List<String> differences) {

    /** An id and the version it stands at. */
    public record Entry(String id, long version) {}

    /** Compares by id and version; an id found twice is a difference as well. */
    static Account of(String place, Map<String, Long> expected, List<Entry> found) {
        var differences = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var entry : found) {
            var version = expected.get(entry.id());
            if (!seen.add(entry.id())) {
                differences.add("double: " + entry.id());
            } else if (version == null) {
                differences.add("unexpected: " + entry.id());
            } else if (version != entry.version()) {
                differences.add(
                        "wrong version: %s at %d instead of %d".formatted(entry.id(), entry.version(), version));
            }
        }
        expected.keySet().stream().filter(id -> !seen.contains(id)).forEach(id -> differences.add("missing: " + id));
        return new Account(place, expected.size(), found.size(), List.copyOf(differences));
    }

    boolean balances() {
        return differences.isEmpty();
    }
}
