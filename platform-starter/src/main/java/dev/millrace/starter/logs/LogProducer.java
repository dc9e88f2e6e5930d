package dev.millrace.starter.logs;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;

/** Makes the producer for lines from the settings that the service's other producers have. */
final class LogProducer {

    private static final long BUFFER_BYTES = 8 << 20;
    private static final int BATCH_BYTES = 128 << 10;
    private static final int LINGER_MILLIS = 100;

    private LogProducer() {}

    static Producer<byte[], byte[]> of(Environment environment) {
        return new KafkaProducer<>(settings(environment), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Waits without an end: a line that cannot leave yet belongs into the buffer, not among the dropped ones. */
    static Map<String, Object> settings(Environment environment) {
        var settings = new HashMap<>(Binder.get(environment)
                .bindOrCreate("spring.kafka", KafkaProperties.class)
                .buildProducerProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, settings.get(ProducerConfig.CLIENT_ID_CONFIG) + "-logs");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
