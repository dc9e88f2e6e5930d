package dev.millrace.broker.access;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * How much one user may take of each node; what is not said is not limited.
 *
 * @param user absent for everybody who has no quota of their own
 * @param producerByteRate written in a second
 * @param consumerByteRate read in a second
 * @param requestPercentage of the time of one thread that handles requests; 200 are two threads
 */
record Quota(
        @Nullable String user,
        @Nullable DataSize producerByteRate,
        @Nullable DataSize consumerByteRate,
        @Nullable Double requestPercentage) {

    ClientQuotaEntity entity() {
        return new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.USER, user));
    }

    /** By Kafka's names, in bytes and percent. */
    Map<String, Double> limits() {
        var limits = new TreeMap<String, Double>();
        if (producerByteRate != null) {
            limits.put("producer_byte_rate", (double) producerByteRate.toBytes());
        }
        if (consumerByteRate != null) {
            limits.put("consumer_byte_rate", (double) consumerByteRate.toBytes());
        }
        if (requestPercentage != null) {
            limits.put("request_percentage", requestPercentage);
        }
        return limits;
    }
}
