package dev.millrace.starter.logs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document that is filled by dotted names; where a value and an object meet under one name, the later one stays. */
final class EcsDocument {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    void put(String name, @Nullable Object value) {
        if (value != null) {
            var lastDot = name.lastIndexOf('.');
            parentOf(name, lastDot).put(name.substring(lastDot + 1), value);
        }
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    private Map<String, @Nullable Object> parentOf(String name, int end) {
        var parent = fields;
        for (var start = 0; start < end; start = name.indexOf('.', start) + 1) {
            parent = objectIn(parent, name.substring(start, name.indexOf('.', start)));
        }
        return parent;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> objectIn(Map<String, @Nullable Object> parent, String name) {
        return (Map<String, @Nullable Object>)
                parent.compute(name, (_, now) -> now instanceof Map ? now : new LinkedHashMap<String, Object>());
    }
}
