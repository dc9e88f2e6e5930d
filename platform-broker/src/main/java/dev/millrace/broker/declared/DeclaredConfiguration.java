package dev.millrace.broker.declared;

import dev.millrace.broker.node.KafkaNode;
import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeclaredConfiguration {

    @Bean
    Admin admin(KafkaNode node, DeclaredSettings settings) {
        var timeout = Math.toIntExact(settings.answerWithin().toMillis());
        var properties = new HashMap<>(node.connection());
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "platform-broker");
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        return Admin.create(properties);
    }
}
