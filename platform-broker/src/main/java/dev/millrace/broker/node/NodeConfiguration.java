package dev.millrace.broker.node;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    KafkaNode kafkaNode(NodeSettings settings) {
        return KafkaNode.start(settings);
    }
}
