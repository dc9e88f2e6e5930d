package dev.millrace.broker.skew;

import java.util.Comparator;
import java.util.List;

/** Says in sentences what another number of partitions would give. */
final class Outlook {

    private Outlook() {}

    /**
     * @param keys of the sample
     * @param asked the other number of partitions
     */
    static String of(List<KeyLoad> keys, Spread present, Spread asked) {
        var sampled = keys.stream().mapToInt(KeyLoad::sampled).sum();
        if (sampled == 0) {
            return "No record with a key was seen; those without are spread by their producers, whatever the number of partitions.";
        } else if (sampled < TopicSkew.ENOUGH) {
            return "Too few records with a key were seen to tell (%d).".formatted(sampled);
        }
        return effect(keys, present, asked) + strays(keys.size(), present);
    }

    private static String effect(List<KeyLoad> keys, Spread present, Spread asked) {
        var hottest =
                keys.stream().max(Comparator.comparingDouble(KeyLoad::records)).orElseThrow();
        var share = hottest.records() / KeyLoad.sum(keys);
        if (share * Math.min(present.partitions(), asked.partitions()) > Balance.HOT) {
            return "%d partitions can't help: the key %s alone has %.0f%% of the records with a key, and a key is in one partition, whatever their number. Divide it into several keys."
                    .formatted(asked.partitions(), hottest.key().text(), 100 * share);
        }
        return "With %d partitions the fullest would have %s; with the present %d it has %s. The number never changes in a topic whose order matters: plan a successor."
                .formatted(asked.partitions(), fullest(asked), present.partitions(), fullest(present));
    }

    private static String fullest(Spread spread) {
        return "%.0f%% of the records with a key, %.1f times the mean"
                .formatted(100 * spread.largestShare(), spread.maxToMean());
    }

    private static String strays(int keys, Spread present) {
        return present.keysElsewhere() == 0
                ? ""
                : " %d of %d keys are not where Kafka's default partitioner puts them: somebody writes with another one, or the topic once had fewer partitions."
                        .formatted(present.keysElsewhere(), keys);
    }
}
