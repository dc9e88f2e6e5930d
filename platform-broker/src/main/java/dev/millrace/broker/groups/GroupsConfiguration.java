package dev.millrace.broker.groups;

import dev.millrace.broker.node.KafkaNode;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class GroupsConfiguration {

    @Bean
    UnreadRecords unreadRecords(KafkaNode node) {
        return new UnreadRecords(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, node.address()));
    }

    @Bean
    Groups groups(Admin admin, UnreadRecords unread) {
        return new Groups(admin, unread);
    }

    @Bean
    SchedulingConfigurer looks(GroupWatch watch, GroupsSettings settings) {
        return tasks -> tasks.addFixedDelayTask(watch::look, settings.pollEvery());
    }
}
