package dev.millrace.broker.topics;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * One topic as it is declared.
 *
 * @param config settings by Kafka's own names; times and sizes like {@code 7d} and {@code 64MB} become Kafka's numbers
 */
record Topic(String name, int partitions, @DefaultValue Map<String, String> config) {

    Topic {
        requireNonNull(name, "a topic has no name");
        org.apache.kafka.common.internals.Topic.validate(name);
        if (org.apache.kafka.common.internals.Topic.isInternal(name)) {
            throw new IllegalArgumentException(name + " is Kafka's own");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(name + " has no partitions");
        }
        var numbers = new TreeMap<>(config);
        numbers.replaceAll(Topic::number);
        config = Collections.unmodifiableSortedMap(numbers);
    }

    private static String number(String setting, String value) {
        try {
            return value.matches("-?\\d+") ? value : String.valueOf(amount(setting, value));
        } catch (IllegalArgumentException _) { // says less than this
            throw new IllegalArgumentException("%s can't be %s".formatted(setting, value));
        }
    }

    private static Object amount(String setting, String value) {
        if (setting.endsWith(".ms")) {
            return DurationStyle.SIMPLE.parse(value).toMillis();
        } else if (setting.endsWith(".bytes")) {
            return DataSize.parse(value.toUpperCase(Locale.ROOT)).toBytes();
        } else {
            return value;
        }
    }
}
