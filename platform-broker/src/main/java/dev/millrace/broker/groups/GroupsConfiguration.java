package dev.millrace.broker.groups;

import dev.millrace.broker.node.KafkaNode;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupsConfiguration {

    @Bean
    Groups groups(Admin admin, KafkaNode node) {
        return new Groups(admin, node.connection());
    }
}
