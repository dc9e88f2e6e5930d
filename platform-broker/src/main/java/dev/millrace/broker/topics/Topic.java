package dev.millrace.broker.topics;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * One topic as it is declared.
 *
 * @param replication how many nodes hold each partition; 0 for as many as the settings of the cluster say
 * @param config settings by Kafka's own names; times and sizes like {@code 7d} and {@code 64MB} become Kafka's numbers
 */
record Topic(
        String name,
        int partitions,
        @DefaultValue("0") short replication,
        @DefaultValue Map<String, String> config) {

    private static final String EVENT_STORES = "events";
    private static final String DEAD_LETTERS = ".dlt";
    private static final String FOR_EVER = "-1";
    private static final short AS_SET_FOR_ALL = 0;

    @ConstructorBinding
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
        if (isEventStore(name)) {
            refuseToForget(name, config);
        }
    }

    Topic(String name, int partitions, Map<String, String> config) {
        this(name, partitions, AS_SET_FOR_ALL, config);
    }

    /** Whether a topic holds events that are the only record of what happened. */
    static boolean isEventStore(String name) {
        return family(name).equals(EVENT_STORES) && !name.endsWith(DEAD_LETTERS);
    }

    private static void refuseToForget(String name, Map<String, String> config) {
        if (!FOR_EVER.equals(config.get("retention.ms"))
                || !FOR_EVER.equals(config.get("retention.bytes"))
                || !config.getOrDefault("cleanup.policy", "delete").equals("delete")) {
            throw new IllegalArgumentException(
                    "%s is an event store: its retention.ms and retention.bytes are -1, and it is not compacted"
                            .formatted(name));
        }
    }

    /** What the topic is called up to its first dot. */
    String family() {
        return family(name);
    }

    private static String family(String name) {
        return name.split("\\.", 2)[0];
    }

    /** With what it does not say itself. */
    Topic replicated(short replication, short minInsyncReplicas) {
        var replicas = this.replication == AS_SET_FOR_ALL ? replication : this.replication;
        var more = new TreeMap<>(config);
        more.putIfAbsent("min.insync.replicas", String.valueOf(Math.min(minInsyncReplicas, replicas)));
        return new Topic(name, partitions, replicas, more);
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
