package dev.millrace.broker.groups;

import dev.millrace.broker.node.KafkaNode;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class GroupsConfiguration {

    @Bean
    Groups groups(Admin admin, KafkaNode node) {
        return new Groups(admin, node.address());
    }
}
