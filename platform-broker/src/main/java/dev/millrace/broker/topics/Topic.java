package dev.millrace.broker.topics;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * One topic as somebody wants it.
 *
 * @param config settings by Kafka's own names; {@code 7d} and {@code 64MB} become what Kafka understands
 */
record Topic(String name, int partitions, Map<String, String> config) {

    Topic {
        org.apache.kafka.common.internals.Topic.validate(name);
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least one partition");
        }
        config = config.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> plain(e.getKey(), e.getValue())));
    }

    private static String plain(String setting, String value) {
        if (value.matches("-?\\d+")) {
            return value;
        } else if (setting.endsWith(".ms")) {
            return String.valueOf(DurationStyle.SIMPLE.parse(value).toMillis());
        } else if (setting.endsWith(".bytes")) {
            return String.valueOf(DataSize.parse(value.toUpperCase(Locale.ROOT)).toBytes());
        }
        return value;
    }
}
