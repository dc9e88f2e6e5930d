package dev.millrace.logs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A line as the services write them. */
public record Line(Instant at, String service, String instance, long sequence, String level, String message) {

    public static Line of(String instance, long sequence, String level, String message) {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Line(at, "order-service", instance, sequence, level, message);
    }

    /** So many lines of one instance, numbered from 1. */
    public static Stream<String> some(String instance, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(i ->
                        of(instance, i, "INFO", "Line %d of many".formatted(i)).json());
    }

    public Line at(Instant at) {
        return new Line(at, service, instance, sequence, level, message);
    }

    public Line by(String service) {
        return new Line(at, service, instance, sequence, level, message);
    }

    public String id() {
        return instance + "-" + sequence;
    }

    public String json() {
        return """
                {"@timestamp":"%s","log":{"level":"%s","logger":"dev.millrace.Any"},"process":{"pid":1,"thread":{"name":"main"}},\
                "service":{"name":"%s","node":{"name":"%s"}},"event":{"id":"%s","sequence":%d},"message":"%s",\
                "anything":{"else":{"goes":1}},"ecs":{"version":"8.11"}}""".formatted(at, level, service, instance, id(), sequence, message);
    }
}
