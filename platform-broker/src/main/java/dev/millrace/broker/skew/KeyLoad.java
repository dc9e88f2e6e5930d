package dev.millrace.broker.skew;

import java.util.Collection;

/**
 * What one key brings into the partition it was found in.
 *
 * @param sampled how often it was seen
 * @param records how many of its records there are, by the sample
 */
record KeyLoad(SampledKey key, int partition, int sampled, double records) {

    static double sum(Collection<KeyLoad> loads) {
        return loads.stream().mapToDouble(KeyLoad::records).sum();
    }
}
