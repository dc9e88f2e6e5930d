package dev.millrace.broker.skew;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Samples of tests. */
final class Sampled {

    private Sampled() {}

    /** A partition of which everything was seen that has a key, and which has so many records without. */
    static PartitionSample partition(int number, Map<String, Integer> keys, int withoutKey) {
        var count = keys.values().stream().mapToInt(Integer::intValue).sum() + withoutKey;
        return partition(number, count, keys, withoutKey);
    }

    static PartitionSample partition(int number, long records, Map<String, Integer> keys, int withoutKey) {
        var sampled = keys.values().stream().mapToInt(Integer::intValue).sum() + withoutKey;
        return new PartitionSample(
                number,
                records,
                sampled,
                keys.entrySet().stream().collect(toMap(key -> key(key.getKey()), Map.Entry::getValue)),
                withoutKey);
    }

    /** Where Kafka puts the keys, each as often as is said. */
    static List<PartitionSample> topic(int partitions, Map<String, Integer> keys) {
        var spread = new ArrayList<Map<String, Integer>>();
        IntStream.range(0, partitions).forEach(_ -> spread.add(new HashMap<>()));
        keys.forEach(
                (key, count) -> spread.get(key(key).partitionOf(partitions)).put(key, count));
        return IntStream.range(0, partitions)
                .mapToObj(number -> partition(number, spread.get(number), 0))
                .toList();
    }

    /** So many keys, each as often as is said. */
    static Map<String, Integer> keys(int number, int count) {
        return IntStream.range(0, number).boxed().collect(toMap(key -> "key-" + key, _ -> count));
    }

    static SampledKey key(String key) {
        return SampledKey.of(key.getBytes(UTF_8));
    }
}
