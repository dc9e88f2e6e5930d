package dev.millrace.starter.kafka;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Keeps traces from naming the cluster: spring-kafka would ask for its id on the thread of the first sender, for up to half
 * a minute while the brokers are away.
 */
@AutoConfiguration
final class ObservationAutoConfiguration {

    @Bean
    static BeanPostProcessor unnamedCluster() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof KafkaAdmin admin) {
                    admin.setClusterId("unnamed");
                }
                return bean;
            }
        };
    }
}
