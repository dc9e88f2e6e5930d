package dev.millrace.local.demo.ledger;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The log lines of one running service: what it says of them, and what log-aggregator has of them. */
record LogLines(String service, String instance, long written, long shipped, long dropped, long indexed) {

    /** Every line is either shipped and indexed once, or counted as dropped. */
    List<String> differences() {
        var differences = new ArrayList<String>();
        if (written != shipped + dropped) {
            differences.add("%s: %d lines written, but %d shipped and %d dropped"
                    .formatted(service, written, shipped, dropped));
        }
        if (indexed != shipped) {
            differences.add("%s: %d lines shipped, but %d indexed".formatted(service, shipped, indexed));
        }
        return differences;
    }

    static List<LogLines> of(Http http, Addresses addresses) {
        var indexed = new HashMap<String, Long>();
        http.get(addresses.service("log-aggregator").resolve("/logs/instances"))
                .forEach(one -> indexed.put(
                        one.required("instance").asString(),
                        one.required("indexed").asLong()));
        return addresses.services().entrySet().stream()
                .map(service -> of(http, service.getKey(), service.getValue(), indexed))
                .sorted(Comparator.comparing(LogLines::service))
                .toList();
    }

    private static LogLines of(Http http, String name, URI service, Map<String, Long> indexed) {
        var info = http.get(service.resolve("/actuator/info"));
        var instance = info.at("/service/node/name").asString();
        return new LogLines(
                name,
                instance,
                count(http, service, "written"),
                count(http, service, "shipped"),
                count(http, service, "dropped"),
                indexed.getOrDefault(instance, 0L));
    }

    private static long count(Http http, URI service, String what) {
        var metric = http.get(service.resolve("/actuator/metrics/millrace.logs." + what));
        return metric.at("/measurements/0/value").asLong();
    }
}
