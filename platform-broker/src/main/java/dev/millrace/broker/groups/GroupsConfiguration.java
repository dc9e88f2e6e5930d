package dev.millrace.broker.groups;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.declared.ClusterConnection;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@ConditionalOnControl
class GroupsConfiguration {

    @Bean
    UnreadRecords unreadRecords(ClusterConnection cluster) {
        return new UnreadRecords(cluster.properties());
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
