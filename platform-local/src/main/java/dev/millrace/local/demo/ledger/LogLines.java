package dev.millrace.local.demo.ledger;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

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
        var indexed = http.get(addresses.service("log-aggregator").resolve("/logs/instances"));
        var lines = new ArrayList<LogLines>();
        addresses.services().forEach((name, address) -> {
            var written = metric(http, address, "written");
            var instance = written.tag();
            long found = 0;
            for (var one : indexed) {
                if (one.required("instance").asString().equals(instance)) {
                    found = one.required("indexed").asLong();
                }
            }
            lines.add(new LogLines(
                    name,
                    instance,
                    written.value(),
                    metric(http, address, "shipped").value(),
                    metric(http, address, "dropped").value(),
                    found));
        });
        return lines;
    }

    private record Metric(String tag, long value) {}

    private static Metric metric(Http http, URI service, String what) {
        var answer = http.get(service.resolve("/actuator/metrics/millrace.logs." + what));
        return new Metric(
                answer.required("availableTags")
                        .required(0)
                        .required("values")
                        .required(0)
                        .asString(),
                answer.required("measurements").required(0).required("value").asLong());
    }
}
