package dev.millrace.starter.kafka;

import dev.millrace.contracts.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;

/** What becomes of records that a listener cannot use. */
@AutoConfiguration(after = {AvroAutoConfiguration.class, KafkaAutoConfiguration.class})
final class FailureAutoConfiguration {

    /** Shorter than a consumer's max.poll.interval.ms, so that waiting for the broker costs no rebalance. */
    private static final Map<String, Object> PATIENCE = Map.of(
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);

    @Bean
    DeadLetters deadLetters(
            ProducerFactory<?, ?> producers,
            AvroSerdes serdes,
            MeterRegistry meters,
            @Value("${spring.application.name:unnamed}") String service) {
        var settings = new HashMap<>(producers.getConfigurationProperties());
        settings.putAll(PATIENCE);
        return new DeadLetters(
                new DefaultKafkaProducerFactory<>(settings, anything(serdes), anything(serdes)), service, meters);
    }

    @Bean
    @ConditionalOnMissingBean(CommonErrorHandler.class)
    FailureHandler failureHandler(DeadLetters deadLetters) {
        return new FailureHandler(deadLetters);
    }

    @Bean
    @ConditionalOnMissingBean(BatchInterceptor.class)
    PoisonFilter poisonFilter(DeadLetters deadLetters) {
        return new PoisonFilter(deadLetters);
    }

    private static Serializer<@Nullable Object> anything(AvroSerdes serdes) {
        Map<Class<?>, Serializer<?>> byType = Map.of(
                byte[].class, new ByteArraySerializer(),
                String.class, new StringSerializer(),
                SpecificRecord.class, serdes.serializer());
        return new DelegatingByTypeSerializer(byType, true);
    }
}
