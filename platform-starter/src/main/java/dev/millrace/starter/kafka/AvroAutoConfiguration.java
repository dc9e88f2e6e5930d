package dev.millrace.starter.kafka;

import dev.millrace.contracts.avro.AvroSerdes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes Spring Boot's own producers and consumers speak Avro. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(SchemaRegistryProperties.class)
final class AvroAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AvroSerdes avroSerdes(SchemaRegistryProperties registry) {
        return AvroSerdes.connectedTo(registry.url());
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer avroProducers(AvroSerdes serdes) {
        return factory -> factory.updateConfigs(SharedSerdes.asSetting(serdes));
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer avroConsumers(AvroSerdes serdes) {
        return factory -> factory.updateConfigs(SharedSerdes.asSetting(serdes));
    }
}
