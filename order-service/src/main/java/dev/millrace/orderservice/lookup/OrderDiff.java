package dev.millrace.orderservice.lookup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of an order between two of its versions.
 *
 * @param events those that led from the one version to the other
 * @param changes each value that is another one now
 */
record OrderDiff(UUID orderId, long from, long to, List<EventView> events, List<Change> changes) {

    /**
     * One value before and after; null where there was or is none.
     *
     * @param path a JSON Pointer (RFC 6901) into the order
     */
    record Change(
            String path, @Nullable JsonNode from, @Nullable JsonNode to) {}

    /** The values in which two orders differ, depth first. */
    static List<Change> between(JsonNode from, JsonNode to) {
        var changes = new ArrayList<Change>();
        collect("", from, to, changes);
        return List.copyOf(changes);
    }

    private static void collect(String path, @Nullable JsonNode from, @Nullable JsonNode to, List<Change> changes) {
        if (from != null && to != null && from.isObject() && to.isObject()) {
            var names = new LinkedHashSet<>(from.propertyNames());
            names.addAll(to.propertyNames());
            names.forEach(name -> collect(path + "/" + name, from.get(name), to.get(name), changes));
        } else if (from != null && to != null && from.isArray() && to.isArray()) {
            for (var index = 0; index < Math.max(from.size(), to.size()); index++) {
                collect(path + "/" + index, from.get(index), to.get(index), changes);
            }
        } else if (from == null || !from.equals(to)) {
            changes.add(new Change(path, from, to));
        }
    }
}
