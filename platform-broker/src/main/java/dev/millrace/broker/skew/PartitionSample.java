package dev.millrace.broker.skew;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The newest records of a partition.
 *
 * @param records offsets from the beginning of the partition to its end; compaction and transactions leave some of them without a record
 * @param covered how many of these offsets the sample stands for
 * @param keys how often each was seen
 * @param withoutKey how many records had none
 */
record PartitionSample(int partition, long records, long covered, Map<SampledKey, Integer> keys, int withoutKey) {

    PartitionSample {
        keys = Map.copyOf(keys);
    }

    int sampled() {
        return keys.values().stream().mapToInt(Integer::intValue).sum() + withoutKey;
    }

    /** How many records of the partition there are, by the sample, for so many in it: a full partition must not look like an empty one. */
    double estimated(int sampled) {
        return covered == 0 ? 0 : (double) sampled * records / covered;
    }

    Stream<KeyLoad> loads() {
        return keys.entrySet().stream()
                .map(key -> new KeyLoad(key.getKey(), partition, key.getValue(), estimated(key.getValue())));
    }
}
