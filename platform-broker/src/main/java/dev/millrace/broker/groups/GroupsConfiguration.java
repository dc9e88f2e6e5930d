package dev.millrace.broker.groups;

import dev.millrace.broker.declared.ClusterConnection;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupsConfiguration {

    @Bean
    Groups groups(Admin admin, ClusterConnection cluster) {
        return new Groups(admin, cluster.properties());
    }
}
