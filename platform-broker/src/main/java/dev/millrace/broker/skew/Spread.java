package dev.millrace.broker.skew;

import java.util.Collection;
import java.util.stream.DoubleStream;

/**
 * How Kafka's default partitioner would spread the records with a key over a number of partitions.
 *
 * @param largestShare of the fullest partition, from 0 to 1
 * @param maxToMean 1 when it is even
 * @param keysElsewhere keys of the sample that are in another partition now
 */
record Spread(int partitions, double largestShare, double maxToMean, int keysElsewhere) {

    static Spread of(Collection<KeyLoad> keys, int partitions) {
        var loads = new double[partitions];
        keys.forEach(load -> loads[load.key().partitionOf(partitions)] += load.records());
        var maxToMean = Balance.of(loads).maxToMean();
        var elsewhere = keys.stream()
                .filter(load -> load.key().partitionOf(partitions) != load.partition())
                .count();
        var largest = DoubleStream.of(loads).max().orElse(0);
        return new Spread(partitions, keys.isEmpty() ? 0 : largest / KeyLoad.sum(keys), maxToMean, (int) elsewhere);
    }
}
