package dev.millrace.broker.declared;

import java.util.HashMap;
import java.util.Map;

/**
 * How to get to the cluster that is looked after: as one of its nodes, or as a client of another one.
 *
 * @param properties of a client of Kafka
 */
public record ClusterConnection(Map<String, Object> properties) {

    public ClusterConnection {
        properties = Map.copyOf(properties);
    }

    /** With more properties of a client. */
    public Map<String, Object> with(Map<String, Object> others) {
        var all = new HashMap<>(properties);
        all.putAll(others);
        return all;
    }

    /** Without the properties, which hold passwords. */
    @Override
    public String toString() {
        return "connection to " + properties.get("bootstrap.servers");
    }
}
