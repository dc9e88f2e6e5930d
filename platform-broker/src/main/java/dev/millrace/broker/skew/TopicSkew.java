package dev.millrace.broker.skew;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How evenly the records of a topic are spread, and how they would be with another number of partitions. Shares are from 0 to 1.
 *
 * @param maxToMean records of the fullest partition by the mean
 * @param variation standard deviation of the partitions by the mean
 * @param withoutKey share of records without a key, by the sample
 * @param keys the hottest, by the sample
 * @param spreads of the records with a key, by the sample: with the present number of partitions, and with the one asked about
 */
record TopicSkew(
        String topic,
        long records,
        int sampled,
        double maxToMean,
        double variation,
        String verdict,
        String outlook,
        double withoutKey,
        List<Partition> partitions,
        List<Key> keys,
        List<Spread> spreads) {

    /** With fewer records, chance alone makes partitions uneven. */
    static final int ENOUGH = 100;

    private static final int HOTTEST = 10;

    /**
     * @param bytes what each partition takes on the disk of its leader, where that is known
     * @param asked the other number of partitions
     */
    static TopicSkew of(String topic, List<PartitionSample> samples, Map<Integer, Long> bytes, int asked) {
        var records = samples.stream().mapToLong(PartitionSample::records).sum();
        var balance = Balance.of(
                samples.stream().mapToDouble(PartitionSample::records).toArray());
        var keys = samples.stream().flatMap(PartitionSample::loads).toList();
        var present = Spread.of(keys, samples.size());
        var other = Spread.of(keys, asked);
        var partitions = samples.stream()
                .map(sample -> Partition.of(sample, bytes.get(sample.partition()), records, samples.size()))
                .toList();
        return new TopicSkew(
                topic,
                records,
                samples.stream().mapToInt(PartitionSample::sampled).sum(),
                balance.maxToMean(),
                balance.variation(),
                verdict(records, partitions, balance),
                Outlook.of(keys, present, other),
                share(withoutKey(samples), estimated(samples)),
                partitions,
                hottest(keys, estimated(samples)),
                List.of(present, other));
    }

    private static double estimated(List<PartitionSample> samples) {
        return samples.stream()
                .mapToDouble(sample -> sample.estimated(sample.sampled()))
                .sum();
    }

    private static double withoutKey(List<PartitionSample> samples) {
        return samples.stream()
                .mapToDouble(sample -> sample.estimated(sample.withoutKey()))
                .sum();
    }

    private static List<Key> hottest(List<KeyLoad> keys, double all) {
        return keys.stream()
                .sorted(Comparator.comparingDouble(KeyLoad::records).reversed())
                .limit(HOTTEST)
                .map(load -> new Key(load.key().text(), load.partition(), load.sampled(), share(load.records(), all)))
                .toList();
    }

    private static String verdict(long records, List<Partition> partitions, Balance balance) {
        if (partitions.size() == 1) {
            return "It has one partition, so there is nothing to compare.";
        } else if (records < ENOUGH) {
            return "Too few records to tell (%d).".formatted(records);
        }
        var fullest = partitions.stream()
                .max(Comparator.comparingLong(Partition::records))
                .orElseThrow();
        return "Partition %d has %.0f%% of the records, %.1f times the mean: %s."
                .formatted(
                        fullest.partition(),
                        100 * fullest.share(),
                        balance.maxToMean(),
                        fullest.hot() ? "it is hot" : "none is hot");
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }

    /**
     * One partition.
     *
     * @param records offsets from its beginning to its end; compaction and transactions leave some of them without a record
     * @param bytes what it takes on the disk of its leader; null where Kafka does not tell
     */
    record Partition(
            int partition,
            long records,
            int sampled,
            @Nullable Long bytes,
            double share,
            boolean hot) {

        private static Partition of(PartitionSample sample, @Nullable Long bytes, long all, int partitions) {
            var share = TopicSkew.share(sample.records(), all);
            var hot = all >= ENOUGH && share * partitions > Balance.HOT;
            return new Partition(sample.partition(), sample.records(), sample.sampled(), bytes, share, hot);
        }
    }

    /**
     * A hot key.
     *
     * @param sampled how often it was seen
     * @param share of all records
     */
    record Key(String key, int partition, int sampled, double share) {}
}
