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

    /** Whether there is a quota that limits just so: the limits are those of a user, and of these kinds. */
    static boolean describes(ClientQuotaEntity entity, Map<String, Double> limits) {
        var quota = of(entity, limits);
        return quota.entity().equals(entity) && quota.limits().equals(limits);
    }

    private static Quota of(ClientQuotaEntity entity, Map<String, Double> limits) {
        return new Quota(
                entity.entries().get(ClientQuotaEntity.USER),
                bytes(limits.get("producer_byte_rate")),
                bytes(limits.get("consumer_byte_rate")),
                limits.get("request_percentage"));
    }

    private static @Nullable DataSize bytes(@Nullable Double rate) {
        return rate == null ? null : DataSize.ofBytes(rate.longValue());
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
