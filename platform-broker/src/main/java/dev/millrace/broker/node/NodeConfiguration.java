package dev.millrace.broker.node;

import dev.millrace.broker.ConditionalOnNode;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnNode
class NodeConfiguration {

    @Bean
    KafkaNode kafkaNode(NodeSettings settings) throws IOException {
        return KafkaNode.start(settings);
    }
}
